import { BatchImportFindingsCommand } from '@aws-sdk/client-securityhub';
import { PublishCommand } from '@aws-sdk/client-sns';
import type { AccountClients, Clients } from './clients';
import { decoyFinding } from './decoy-finding';
import type { BusEvent } from './event';
import type { Incident } from './incident';
import { Ledger, type Status } from './ledger';
import { message } from './message';
import { recordEnd, recordTime } from './metrics';
import { planFor } from './plan';
import type { Settings } from './settings';
import type { Plan } from './step';

/** Says what is done and when; the log group is encrypted and masks secrets. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** Carries incidents from their event to their end, each once. */
export class Responder {
  readonly ledger: Ledger;

  constructor(
    private readonly settings: Settings,
    private readonly clients: Clients,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {
    this.ledger = new Ledger(clients.dynamodb, settings.table, now);
  }

  /** An incident of an event: by the mode of its family. A second delivery finds it taken and changes nothing. */
  async take(incident: Incident): Promise<void> {
    const mode = this.settings.modes[incident.family];
    if (mode === 'off') return;
    if (!(await this.ledger.claim(incident))) return this.log({ incident: incident.id, known: true });
    await this.attempt(incident, async () => {
      const plan = await this.plan(incident);
      if (mode === 'automatic' || plan.steps.length === 0) return this.act(incident, plan);
      await this.end(incident, mode === 'approve' ? 'waiting' : 'planned', plan);
    });
  }

  /** A person's word on one that waits. Things may have changed since: the plan is made anew. */
  async decide(id: string, decision: 'approve' | 'reject', by: string): Promise<void> {
    const entry = await this.ledger.entry(id);
    if (!entry) throw new Error(`incident ${id}: is unknown; take the id from the message`);
    const { incident } = entry;
    if (decision === 'reject') {
      if (await this.ledger.reject(incident, by)) await recordEnd(this.clients.cloudwatch, incident.family, 'rejected');
      return this.log({ incident: id, rejectedBy: by });
    }
    if (!(await this.ledger.claimWaiting(incident))) return this.log({ incident: id, waits: false });
    this.log({ incident: id, approvedBy: by });
    await this.attempt(incident, async () => this.act(incident, await this.plan(incident)));
  }

  /** What is open ages: the alarm on the time to respond must not wait for an end that never comes. */
  async watch(): Promise<void> {
    for (const { incident } of await this.ledger.open()) await recordTime(this.clients.cloudwatch, incident.family, incident.at, this.now());
  }

  /** A touch of a decoy, as a finding beside those of AWS. Security Hub answers 200 also for what it did not take. */
  async report(event: BusEvent): Promise<void> {
    const { findings } = this.settings;
    if (!findings) throw new Error('a decoy was touched, and the settings name no product for its finding; apply the stack security');
    const finding = decoyFinding(event, findings);
    const { FailedCount, FailedFindings } = await this.clients.securityhub.send(new BatchImportFindingsCommand({ Findings: [finding] }));
    if (FailedCount) throw new Error(`finding ${finding.Id}: Security Hub did not take it: ${JSON.stringify(FailedFindings)}`);
    this.log({ finding: finding.Id });
  }

  private plan(incident: Incident): Promise<Plan> {
    let opened: Promise<AccountClients> | undefined;
    const here = () => {
      opened ??= this.clients.in(incident.account, incident.region, incident.id);
      return opened;
    };
    return planFor({ incident, settings: this.settings, clients: this.clients, here });
  }

  private async act(incident: Incident, plan: Plan): Promise<void> {
    for (const { words, act } of plan.steps) {
      await act();
      this.log({ incident: incident.id, did: words });
    }
    await recordTime(this.clients.cloudwatch, incident.family, incident.at, this.now());
    await this.end(incident, plan.steps.length === 0 && plan.left.length > 0 ? 'left' : 'done', plan);
  }

  private async end(incident: Incident, status: Status, { steps, left }: Plan): Promise<void> {
    const words = steps.map((step) => step.words);
    // The message first: if it fails, the incident is tried again, and what was done then is no step any more.
    if (words.length + left.length > 0) await this.tell(incident, status, words, left);
    await this.ledger.close(incident, status, [...words, ...left]);
    await recordEnd(this.clients.cloudwatch, incident.family, status);
    this.log({ incident: incident.id, status, words, left });
  }

  /** A failure is thrown: the queue tries again, and after some attempts sets the event aside, which alarms. */
  private async attempt(incident: Incident, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.ledger.close(incident, 'failed', [String(error)]);
      await recordEnd(this.clients.cloudwatch, incident.family, 'failed');
      throw error;
    }
  }

  private async tell(incident: Incident, status: Status, words: readonly string[], left: readonly string[]): Promise<void> {
    await this.clients.sns.send(new PublishCommand({ TopicArn: this.settings.topic, ...message(incident, status, words, left) }));
  }
}
