/**
 * One end of a ZeroMQ connection: as much of ZMTP 3.0 as a Jupyter client needs.
 *
 * Written here because the packages that speak ZeroMQ need compiled add-ons. Null security, TCP on
 * the loopback, the client's kinds of socket only.
 *
 * Source: ZeroMQ RFC 23/ZMTP (2014), "ZeroMQ Message Transport Protocol 3.0".
 */

const MORE = 1;
const LONG = 2;
const COMMAND = 4;
const TRIES = 400;
const PAUSE = 25;

const encoder = new TextEncoder();

/** Reads exact numbers of bytes from a connection. */
class ByteReader {
  #held = new Uint8Array(0);
  #from = 0;
  readonly #chunk = new Uint8Array(1 << 16);

  constructor(private readonly connection: Deno.TcpConn) {}

  async read(wanted: number): Promise<Uint8Array> {
    while (this.#held.length - this.#from < wanted) {
      const got = await this.connection.read(this.#chunk);
      if (got === null) throw new Error("Cannot read on as the kernel has closed the connection");
      const rest = this.#held.length - this.#from;
      const joined = new Uint8Array(Math.max(rest + got, Math.min(wanted, 1 << 26)));
      joined.set(this.#held.subarray(this.#from));
      joined.set(this.#chunk.subarray(0, got), rest);
      this.#held = joined.subarray(0, rest + got);
      this.#from = 0;
    }
    this.#from += wanted;
    return this.#held.slice(this.#from - wanted, this.#from);
  }
}

function frameBytes(body: Uint8Array, flags: number): Uint8Array {
  const long = body.length > 255;
  const head = long ? 9 : 2;
  const bytes = new Uint8Array(head + body.length);
  bytes[0] = flags | (long ? LONG : 0);
  if (long) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, head);
  return bytes;
}

function greeting(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]);
  bytes.set(encoder.encode("NULL"), 12);
  return bytes;
}

function readyCommand(kind: string): Uint8Array {
  const properties = [["Socket-Type", kind]];
  if (kind === "DEALER") properties.push(["Identity", crypto.randomUUID()]);
  const bytes: number[] = [5, ...encoder.encode("READY")];
  for (const [name, value] of properties as [string, string][]) {
    bytes.push(name.length, ...encoder.encode(name));
    bytes.push(0, 0, 0, value.length, ...encoder.encode(value));
  }
  return Uint8Array.from(bytes);
}

async function dial(port: number): Promise<Deno.TcpConn> {
  for (let tries = 1;; tries++) {
    try {
      return await Deno.connect({ hostname: "127.0.0.1", port });
    } catch (error) {
      if (tries >= TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

/** A connection that sends and receives messages of several parts. */
export class Connection {
  readonly #reader: ByteReader;

  private constructor(private readonly connection: Deno.TcpConn) {
    this.#reader = new ByteReader(connection);
  }

  /**
   * Connects, waiting up to ten seconds until someone listens.
   *
   * @param kind Kind of this end; a SUB hears everything.
   * @param port Port on the loopback.
   */
  static async open(kind: "DEALER" | "SUB", port: number): Promise<Connection> {
    const opened = new Connection(await dial(port));
    await opened.#write(greeting());
    await opened.#reader.read(64);
    await opened.#write(frameBytes(readyCommand(kind), COMMAND));
    await opened.#frame();
    if (kind === "SUB") await opened.#write(frameBytes(Uint8Array.of(1), 0));
    return opened;
  }

  /** Sends one message. */
  async send(parts: readonly Uint8Array[]): Promise<void> {
    for (const [i, part] of parts.entries()) {
      await this.#write(frameBytes(part, i < parts.length - 1 ? MORE : 0));
    }
  }

  /** The next message; rejects when the other end has gone. */
  async receive(): Promise<Uint8Array[]> {
    const parts: Uint8Array[] = [];
    while (true) {
      const { flags, body } = await this.#frame();
      if (flags & COMMAND) continue;
      parts.push(body);
      if (!(flags & MORE)) return parts;
    }
  }

  /** Ends the connection. */
  close(): void {
    this.connection.close();
  }

  async #frame(): Promise<{ flags: number; body: Uint8Array }> {
    const flags = (await this.#reader.read(1))[0] as number;
    const head = await this.#reader.read(flags & LONG ? 8 : 1);
    const size = flags & LONG
      ? Number(new DataView(head.buffer).getBigUint64(0))
      : head[0] as number;
    return { flags, body: await this.#reader.read(size) };
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.connection.write(bytes.subarray(sent));
    }
  }
}
