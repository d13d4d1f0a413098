import { DescribeLaunchTemplatesCommand, DescribeLaunchTemplateVersionsCommand, type LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import { textsOfUserData } from '../decode';
import { gone } from '../gone';
import { mentioned } from '../mentioned';
import type { Source } from '../source';

/** User data in every version of a launch template: an old one can be read, and launched, like the newest. */
export const launchTemplates: Source<string> = {
  list: async ({ ec2 }, page) => {
    const { LaunchTemplates = [], NextToken } = await ec2.send(new DescribeLaunchTemplatesCommand({ MaxResults: 200, NextToken: page }));
    return { items: LaunchTemplates.map(({ LaunchTemplateId = '' }) => LaunchTemplateId), next: NextToken };
  },
  changed: async (_clients, call) => mentioned(call, /\blt-[0-9a-f]{8,17}\b/),
  read: async ({ ec2 }, id, { account, region }) => {
    const versions: LaunchTemplateVersion[] = [];
    let NextToken: string | undefined;
    do {
      const page = await gone(
        ec2.send(new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, MaxResults: 200, NextToken })),
        'InvalidLaunchTemplateId.NotFound',
      );
      versions.push(...(page?.LaunchTemplateVersions ?? []));
      NextToken = page?.NextToken;
    } while (NextToken);
    return versions.flatMap(({ LaunchTemplateData, VersionNumber }) =>
      LaunchTemplateData?.UserData
        ? [
            {
              type: 'AwsEc2LaunchTemplate',
              id: `arn:aws:ec2:${region}:${account}:launch-template/${id}`,
              part: `user data of version ${VersionNumber}`,
              texts: textsOfUserData(LaunchTemplateData.UserData),
            },
          ]
        : [],
    );
  },
};
