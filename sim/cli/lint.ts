/** `lint`: loads scenarios, checks their rules against their city, prints what it finds. */
import { Command } from "commander";
import { lintScenario, loadScenario } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";

/**
 * The command `lint`.
 *
 * @returns The command.
 */
export function lintCommand(): Command {
  return new Command("lint")
    .description(
      "Checks scenarios: values, rules, roles, wards. Exit code 2 when there are errors.",
    )
    .argument("<file...>", "scenario files (YAML)")
    .action(lint);
}

async function lint(files: string[]): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    try {
      const findings = lintScenario(await loadScenario(file, { lint: false }));
      for (const { severity, rule, clause, message, example } of findings) {
        const where = [rule, clause].filter((part) => part !== "").join(", ");
        const line = `${file}: ${severity}: ${where ? `${where}: ` : ""}${message}${
          example ? ` (${example})` : ""
        }`;
        if (severity === "error") problems.push(line);
        else console.log(line);
      }
      const errors = findings.filter(({ severity }) => severity === "error").length;
      console.log(`${file}: ${errors} errors, ${findings.length - errors} warnings`);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}
