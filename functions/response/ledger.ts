import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  ScanCommand,
  type ScanCommandOutput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Incident } from './incident';

/** planned: dry run. waiting: for a person. left: nothing that a response could do. */
export type Status = 'running' | 'planned' | 'waiting' | 'done' | 'left' | 'rejected' | 'failed';
/** Statuses that count as open: the target time runs. */
const OPEN: readonly Status[] = ['running', 'waiting', 'failed'];
/** Longer than the function may run: then whoever held the incident has died. */
const LEASE_SECONDS = 180;
const KEPT_SECONDS = 400 * 24 * 3600;

export interface Entry {
  readonly incident: Incident;
  readonly status: Status;
}

/** What became of each incident; conditional writes let one delivery of an event through. */
export class Ledger {
  constructor(
    private readonly dynamodb: DynamoDBClient,
    private readonly table: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes an incident; false when somebody has it, or it is over. */
  claim(incident: Incident): Promise<boolean> {
    return this.write(incident, 'running', [], 'attribute_not_exists(#id) OR (#status IN (:running, :failed) AND #lease < :now)');
  }

  /** Takes one that waits for a person; false when it does not wait any more. */
  claimWaiting(incident: Incident): Promise<boolean> {
    return this.write(incident, 'running', [], '#status = :waiting OR (#status IN (:running, :failed) AND #lease < :now)');
  }

  /** One that failed for good is closed by the same word: open for ever, it would keep the alarm on the time to respond from ringing again. @returns false when it is over, or at work */
  reject(incident: Incident, by: string): Promise<boolean> {
    return this.write(incident, 'rejected', [`rejected by ${by}`], '#status = :waiting OR (#status IN (:running, :failed) AND #lease < :now)');
  }

  async close(incident: Incident, status: Status, words: readonly string[]): Promise<void> {
    await this.write(incident, status, words);
  }

  async entry(id: string): Promise<Entry | undefined> {
    const { Item } = await this.dynamodb.send(new GetItemCommand({ TableName: this.table, Key: { id: { S: id } }, ConsistentRead: true }));
    return Item ? { incident: JSON.parse(Item.incident?.S ?? '{}'), status: Item.status?.S as Status } : undefined;
  }

  async open(): Promise<Entry[]> {
    const entries: Entry[] = [];
    const names = Object.fromEntries(OPEN.map((status) => [`:${status}`, { S: status }]));
    const filter = {
      FilterExpression: `#status IN (${Object.keys(names).join(', ')})`,
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: names,
    };
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
    do {
      const page: ScanCommandOutput = await this.dynamodb.send(
        new ScanCommand({ TableName: this.table, ...filter, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
      );
      for (const item of page.Items ?? []) entries.push({ incident: JSON.parse(item.incident?.S ?? '{}'), status: item.status?.S as Status });
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return entries;
  }

  private async write(incident: Incident, status: Status, words: readonly string[], condition?: string): Promise<boolean> {
    const seconds = Math.floor(this.now() / 1000);
    const values = {
      ':to': { S: status },
      ':incident': { S: JSON.stringify(incident) },
      ':words': { S: words.join('\n') },
      ':until': { N: String(status === 'running' ? seconds + LEASE_SECONDS : 0) },
      ':expires': { N: String(seconds + KEPT_SECONDS) },
    };
    const conditional = { ':running': { S: 'running' }, ':failed': { S: 'failed' }, ':waiting': { S: 'waiting' }, ':now': { N: String(seconds) } };
    const used = Object.entries(conditional).filter(([name]) => condition?.includes(name));
    try {
      await this.dynamodb.send(
        new UpdateItemCommand({
          TableName: this.table,
          Key: { id: { S: incident.id } },
          UpdateExpression: 'SET #status = :to, #incident = :incident, #words = :words, #lease = :until, #expires = :expires',
          ...(condition ? { ConditionExpression: condition } : {}),
          ExpressionAttributeNames: {
            '#status': 'status',
            '#incident': 'incident',
            '#words': 'words',
            '#lease': 'lease',
            '#expires': 'expires',
            ...(condition?.includes('#id') ? { '#id': 'id' } : {}),
          },
          ExpressionAttributeValues: { ...values, ...Object.fromEntries(used) },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException || (error as Error).name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  }
}
