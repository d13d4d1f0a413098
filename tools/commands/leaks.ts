import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { main } from '../applying/command';
import { secretsIn } from '../leaks/secrets-in';
import { blocksOf } from '../leaks/terraform-blocks';
import { toolCommand } from '../tool-command';

const command = toolCommand('leaks')
  .description('Looks for secrets in synthesized stacks, states and plans (JSON); names where they stand, never what they are. Fails when there is one.')
  .argument('<files...>', 'cdk.tf.json, a state, or the output of `terraform show -json PLAN`; - reads standard input');

void main(async () => {
  command.parse();
  const blocks = command.args.flatMap((file) => {
    const name = file === '-' ? 'input' : `${basename(dirname(file))}/${basename(file)}`;
    return blocksOf(name, JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')));
  });
  const found = blocks.flatMap(secretsIn);
  if (found.length > 0) throw new Error(`leaks: ${found.length} found\n${found.map((line) => `  ${line}`).join('\n')}`);
  console.log(`leaks: files ${command.args.length}, blocks ${blocks.length}, none holds a secret`);
});
