import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { DETECTION_STEPS, includesStep } from '../detection-steps';
import { entriesOf, listOf, textOf } from './loose';

/** Responses that could never act, or whose exceptions leave nothing to act on. */
export function responseMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const step = input?.detection ?? 'native';
  const known = DETECTION_STEPS.find((one) => one === step);
  return [
    ...(known && !includesStep(known, 'respond')
      ? entriesOf(input?.response?.families, 'response.families')
          .filter(({ value }) => ['approve', 'automatic'].includes(value?.mode))
          .map(({ path, value }) => ({
            path: `${path}.mode`,
            message: `needs detection: 'respond' or higher (it is '${known}'), or nothing responds; raise detection, or remove it`,
            value: value.mode,
          }))
      : []),
    ...listOf(input?.response?.protectedArns).flatMap((arn, index): Mistake[] => {
      const resource = textOf(arn)?.split(':').slice(5).join(':');
      return resource !== undefined && /^([a-z-]+[/:])?[*]+$/.test(resource)
        ? [
            {
              path: `response.protectedArns.${index}`,
              message: 'protects everything of its kind; name what is protected, or set the mode of a family to off',
              value: arn,
            },
          ]
        : [];
    }),
  ];
}
