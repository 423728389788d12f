/** `lint`: loads scenarios, checks their rules against their city, prints what it finds. */
import { Command } from "commander";
import {
  inspectCity,
  lintClauses,
  lintScenario,
  loadCity,
  loadClauses,
  loadScenario,
} from "../scenario/mod.ts";
import { unusualLine } from "./check_text.ts";
import { InputError } from "./exit.ts";
import { checkThere } from "./nearest_path.ts";

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
    .argument("<file...>", "scenario files (YAML), folders or workbooks of cities")
    .action(lint);
}

async function lint(files: string[]): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    try {
      if (!/\.ya?ml$/.test(file)) {
        await lintCity(file);
        continue;
      }
      const scenario = await loadScenario(file, { lint: false });
      const findings = [...lintScenario(scenario), ...lintClauses(scenario, await loadClauses())];
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

/** A city has no rules: what is unusual in its tables is its warnings. */
async function lintCity(path: string): Promise<void> {
  await checkThere("lint", path);
  await loadCity(path);
  const { unusual } = await inspectCity(path);
  for (const value of unusual) console.log(`${path}: warning: ${unusualLine(value)}`);
  console.log(`${path}: 0 errors, ${unusual.length} warnings`);
}
