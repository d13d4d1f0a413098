import { Command } from 'commander';

/** A tool's command line. Every mistake ends with exit code 1 and says where help is. */
export function toolCommand(name: string): Command {
  return new ToolCommand(`npm run ${name} --`).showHelpAfterError(`\`npm run ${name} -- --help\` says what it takes`);
}

class ToolCommand extends Command {
  override createCommand(name?: string): Command {
    return new ToolCommand(name);
  }

  override parse(...given: Parameters<Command['parse']>): this {
    this.refuseTaken();
    return super.parse(...given);
  }

  override async parseAsync(...given: Parameters<Command['parseAsync']>): Promise<this> {
    this.refuseTaken();
    return super.parseAsync(...given);
  }

  /**
   * `npm run default-vpcs prod --dry-run`, without the first `--`, gives the option to npm and not to the tool: it would remove what it
   * was to look at. npm leaves what it took in the environment (npm_config_*, docs.npmjs.com, "npm run": measured with npm 11).
   */
  private refuseTaken(): void {
    const options = [this, ...this.commands].flatMap((command) => command.options);
    const taken = options.find(({ long }) => long && process.env[`npm_config_${long.slice(2).replaceAll('-', '_')}`] !== undefined);
    if (taken) this.error(`${taken.long}: was taken by npm, got it before the first --; write \`${this.name()} ... ${taken.long}\``);
  }
}
