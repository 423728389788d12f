/**
 * Unpacks the Chromium of an npm package and prints how to start it, as JSON.
 *
 * A program of its own with a lock file of its own: what stands in the project's lock file is
 * fetched by every command, and this is 67 MB that only a machine without Chromium needs.
 */
Deno.env.set("AWS_LAMBDA_JS_RUNTIME", "nodejs22.x"); // asks it to bring the libraries it needs
const { default: chromium } = await import("npm:@sparticuz/chromium@153.0.0" as string);
const executablePath: string = await chromium.executablePath();
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = Deno.env.toObject();
console.log(JSON.stringify({
  executablePath,
  args: chromium.args,
  env: { LD_LIBRARY_PATH: LD_LIBRARY_PATH ?? "", FONTCONFIG_PATH: FONTCONFIG_PATH ?? "" },
}));
