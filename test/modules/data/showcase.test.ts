import showcase from '../../fixtures/showcase';
import { resources, synth } from '../../support/synth';

const synthesis = synth(showcase());

it('has one of each module in dev', () => {
  const types = new Set(resources(synthesis).filter(({ stack, name }) => stack === 'dev' && name.startsWith('examples_')).map(({ type }) => type));
  console.log([...types].sort().join('\n'));
});
