import { join } from 'node:path';

// The blueprint is tested with the example: what a fork writes into blueprint.config.ts and accounts.json is proven by
// `npm run synth`, `npm run controls` and `npm run detections`, and must not decide whether its copy of the blueprint works.
process.env.BLUEPRINT_CONFIG = join(__dirname, '../fixtures/example-organization.ts');
