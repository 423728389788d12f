/**
 * A progress line on standard error: a bar with the time left on a terminal, a line at every tenth
 * elsewhere. Standard output stays clean for what a command is asked for.
 */

const WIDTH = 30;
const TENTHS = 10;

/** Minutes and seconds, e.g. `1:05`. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Shows how far long work has come. */
export class Progress {
  readonly #label: string;
  readonly #terminal = Deno.stderr.isTerminal();
  readonly #started = performance.now();
  #shown = -1;

  /** @param label What is being done. */
  constructor(label: string) {
    this.#label = label;
  }

  /** Time since the start [s]. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /**
   * Shows a share of the work.
   *
   * @param share Share done [-], 0 to 1.
   * @param expected Replications expected, shown when the number is still to be found [-].
   */
  show(share: number, expected = 0): void {
    const step = Math.floor(share * (this.#terminal ? 200 : TENTHS));
    if (step === this.#shown) return;
    this.#shown = step;
    const left = share > 0 ? clock(this.seconds / share - this.seconds) : "-:--";
    const percent = `${Math.floor(share * 100)}`.padStart(3);
    const full = Math.round(share * WIDTH);
    const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    const aim = this.#label.endsWith("until sure") && expected > 0 ? ` (about ${expected})` : "";
    const text = `${this.#label}${aim} ${bar} ${percent} %, ${left} left`;
    this.#write(this.#terminal ? `\r${text}\x1b[K` : `${text}\n`);
  }

  /**
   * Says something beside the progress.
   *
   * @param text Text.
   */
  say(text: string): void {
    this.#write(this.#terminal ? `\r\x1b[K${text}\n` : `${text}\n`);
    this.#shown = -1;
  }

  /** Ends the line. */
  end(): void {
    if (this.#terminal) this.#write("\r\x1b[K");
  }

  #write(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}
