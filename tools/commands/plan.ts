import { main, run } from '../applying/command';

void main(() => run('plan'));
