import { Construct } from 'constructs';
import { EncryptedQueue } from '../encrypted-queue';
import { EncryptedTable } from '../encrypted-table';
import { EncryptedTopic } from '../encrypted-topic';
import { MaskedLogGroup } from '../masked-log-group';
import type { Workload } from '../workload';

/** Orders come in by a queue, stand in a table, and are told to others by a topic. */
export class Orders extends Construct {
  constructor(scope: Construct, id: string, { workload }: { readonly workload: Workload }) {
    super(scope, id);
    const common = { workload, dataClass: 'customer', owner: 'orders' } as const;
    new EncryptedQueue(this, 'queue', { ...common, name: 'orders', senders: ['app/shop'], receivers: ['app/orders'] });
    new EncryptedTopic(this, 'topic', { ...common, name: 'orders', publishers: ['app/orders'] });
    new EncryptedTable(this, 'table', {
      ...common,
      name: 'orders',
      readers: ['app/orders', 'app/shop'],
      writers: ['app/orders'],
      partitionKey: { name: 'customer', type: 'S' },
      sortKey: { name: 'placed', type: 'N' },
    });
    new MaskedLogGroup(this, 'log', { ...common, dataClass: 'operational', logGroupName: '/app/orders' });
  }
}
