import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget';
import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';

export interface CostAlarmsProps {
  readonly budget: Blueprint['organization']['budget'];
  readonly accounts: readonly Account[];
  /**
   * ARN of the monitor of services that the account has already: AWS allows one, and makes one by itself.
   * @default the monitor is made
   */
  readonly existingMonitor?: string;
}

/** Money is often the first sign of an intruder: budgets for all and for single accounts, and anomalies day by day. */
export class CostAlarms extends Construct {
  constructor(scope: Construct, id: string, { budget, accounts, existingMonitor }: CostAlarmsProps) {
    super(scope, id);
    this.budget('organization', budget.monthlyUsd, budget.subscribers);
    for (const account of accounts) {
      if (account.budgetUsd) this.budget(account.name, account.budgetUsd, budget.subscribers, account.id);
    }
    const monitor = new CeAnomalyMonitor(this, 'anomaly-monitor', { name: 'platform-services', monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' });
    if (existingMonitor) importExisting(monitor, existingMonitor);
    new CeAnomalySubscription(this, 'anomaly-subscription', {
      name: 'platform-anomalies',
      frequency: 'DAILY',
      monitorArnList: [monitor.arn],
      subscriber: budget.subscribers.map((address) => ({ type: 'EMAIL', address })),
      thresholdExpression: {
        dimension: { key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', matchOptions: ['GREATER_THAN_OR_EQUAL'], values: [String(budget.anomalyUsd)] },
      },
    });
  }

  private budget(name: string, usd: number, subscribers: readonly string[], linkedAccount?: string): void {
    const notification = (notificationType: string, threshold: number) => ({
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
      subscriberEmailAddresses: [...subscribers],
    });
    new BudgetsBudget(this, `${name}-budget`, {
      name: `platform-${name}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: usd.toFixed(2),
      limitUnit: 'USD',
      ...(linkedAccount ? { costFilter: [{ name: 'LinkedAccount', values: [linkedAccount] }] } : {}),
      notification: [notification('FORECASTED', 80), notification('ACTUAL', 100)],
    });
  }
}
