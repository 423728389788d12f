// deno-lint-ignore-file camelcase -- names of the protocol
/**
 * A running Deno kernel, spoken to over the Jupyter protocol.
 *
 * The kernel may send the value of a cell that awaits after it has said that it is idle; so a cell
 * is over only when nothing more has come for a while after that.
 *
 * Source: "Messaging in Jupyter", Jupyter client documentation, protocol version 5.3.
 */
import { CellOutputs, type Message } from "./cell_outputs.ts";
import type { Output } from "./notebook_file.ts";
import { Connection } from "./zmtp.ts";

const SEPARATOR = "<IDS|MSG>";
const QUIET = 80;
const CHANNELS = ["shell", "iopub", "stdin", "control", "hb"] as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What came of one cell. */
export interface Executed {
  /** Outputs in the order shown. */
  readonly outputs: Output[];
  /** Number of the execution. */
  readonly count: number;
  /** Whether the cell ended without an error. */
  readonly ok: boolean;
}

function freePorts(): number[] {
  const listeners = CHANNELS.map(() => Deno.listen({ hostname: "127.0.0.1", port: 0 }));
  return listeners.map((listener) => {
    const { port } = listener.addr as Deno.NetAddr;
    listener.close();
    return port;
  });
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseMessage(parts: readonly Uint8Array[]): Message {
  const texts = parts.map((part) => decoder.decode(part));
  const [header, parent, , content] = texts.slice(texts.indexOf(SEPARATOR) + 2)
    .map((text) => JSON.parse(text));
  return { type: header.msg_type, parent: parent.msg_id, content };
}

/** The start before this one: two at a time could choose the same ports. */
let starting: Promise<unknown> = Promise.resolve();

/** A kernel in a process of its own. */
export class RunningKernel {
  #listener: ((message: Message) => void) | undefined;
  #gone: ((reason: Error) => void) | undefined;

  private constructor(
    private readonly process: Deno.ChildProcess,
    private readonly key: CryptoKey,
    private readonly shell: Connection,
    private readonly iopub: Connection,
  ) {
    this.#pump();
  }

  /**
   * Starts a kernel, after those whose start is under way.
   *
   * @param folder Folder in which the cells run.
   */
  static start(folder: string): Promise<RunningKernel> {
    const started = starting.catch(() => {}).then(() => RunningKernel.#startAlone(folder));
    starting = started;
    return started;
  }

  static async #startAlone(folder: string): Promise<RunningKernel> {
    const ports = freePorts();
    const secret = crypto.randomUUID();
    const file = await Deno.makeTempFile({ suffix: ".json" });
    await Deno.writeTextFile(
      file,
      JSON.stringify({
        transport: "tcp",
        ip: "127.0.0.1",
        ...Object.fromEntries(CHANNELS.map((name, i) => [`${name}_port`, ports[i]])),
        key: secret,
        signature_scheme: "hmac-sha256",
        kernel_name: "deno",
      }),
    );
    const process = new Deno.Command(Deno.execPath(), {
      args: ["jupyter", "--kernel", "--conn", file],
      cwd: folder,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", encoder.encode(secret), hmac, false, ["sign"]);
    const shell = await Connection.open("DEALER", ports[0] as number);
    const iopub = await Connection.open("SUB", ports[1] as number);
    await Deno.remove(file);
    const kernel = new RunningKernel(process, key, shell, iopub);
    await kernel.#untilHeard();
    return kernel;
  }

  /**
   * Runs one cell.
   *
   * @param code Source.
   * @param limit Longest time allowed [ms].
   * @throws {Error} When the time is over or the kernel has ended.
   */
  async execute(code: string, limit: number): Promise<Executed> {
    const outputs = new CellOutputs();
    const id = crypto.randomUUID();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = Promise.withResolvers<void>();
    this.#gone = over.reject;
    this.#listener = (message) => {
      if (message.parent !== id) return;
      const idle = message.type === "status" && message.content.execution_state === "idle";
      if (message.type !== "status") outputs.take(message);
      if (!idle && timer === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(over.resolve, QUIET);
    };
    const late = new Error(`Cannot wait longer for the cell: limit is ${limit / 1000} s`);
    const alarm = setTimeout(() => over.reject(late), limit);
    try {
      await this.#request("execute_request", id, {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: true,
      });
      await over.promise;
      const { content } = parseMessage(await this.shell.receive());
      return {
        outputs: outputs.list,
        count: content.execution_count,
        ok: content.status === "ok",
      };
    } finally {
      clearTimeout(alarm);
      clearTimeout(timer);
      this.#listener = undefined;
    }
  }

  /** Does what a notebook's stop button does. */
  interrupt(): void {
    this.process.kill("SIGINT");
  }

  /** Ends the kernel and waits until it has gone. */
  async stop(): Promise<void> {
    this.#gone = undefined;
    this.process.kill("SIGKILL");
    await this.process.status;
    this.shell.close();
    this.iopub.close();
  }

  /** Asks until an answer is heard: what is sent before the kernel knows a listener is lost. */
  async #untilHeard(): Promise<void> {
    const heard = Promise.withResolvers<void>();
    this.#listener = () => heard.resolve();
    for (let silent = true; silent;) {
      await this.#request("kernel_info_request", crypto.randomUUID(), {});
      await this.shell.receive();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const pause = new Promise<boolean>((done) => timer = setTimeout(done, QUIET, true));
      silent = await Promise.race([heard.promise.then(() => false), pause]);
      clearTimeout(timer);
    }
    this.#listener = undefined;
  }

  async #pump(): Promise<void> {
    try {
      while (true) {
        const message = parseMessage(await this.iopub.receive());
        this.#listener?.(message);
      }
    } catch (error) {
      this.#gone?.(error as Error);
    }
  }

  async #request(type: string, id: string, content: unknown): Promise<void> {
    const header = {
      msg_id: id,
      session: "gridcare",
      username: "gridcare",
      date: new Date().toISOString(),
      msg_type: type,
      version: "5.3",
    };
    const parts = [header, {}, {}, content].map((part) => encoder.encode(JSON.stringify(part)));
    const signed = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
    const signature = hex(await crypto.subtle.sign("HMAC", this.key, signed));
    await this.shell.send([encoder.encode(SEPARATOR), encoder.encode(signature), ...parts]);
  }
}
