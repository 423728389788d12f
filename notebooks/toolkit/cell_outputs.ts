/** What a cell shows, put together from the kernel's messages as a notebook program does. */
import type { Output } from "./notebook_file.ts";

// deno-lint-ignore no-explicit-any
type Content = any;

/** A message of the kernel. */
export interface Message {
  /** Its type, as the protocol names it. */
  readonly type: string;
  /** Id of the request that it answers. */
  readonly parent: string | undefined;
  /** What it says; its form depends on the type. */
  readonly content: Content;
}

/** Gathers what one cell shows: places that are shown anew keep their order. */
export class CellOutputs {
  /** Outputs in the order shown. */
  readonly list: Output[] = [];
  readonly #places = new Map<string, Output>();

  /** Takes one message of the kernel. */
  take({ type, content }: Message): void {
    if (type === "stream") this.#stream(content);
    else if (type === "display_data" || type === "execute_result") this.#shown(type, content);
    else if (type === "update_display_data") {
      const place = this.#places.get(content.transient?.display_id);
      if (place !== undefined) place.data = content.data;
    } else if (type === "error") {
      const { ename, evalue, traceback } = content;
      this.list.push({ output_type: "error", ename, evalue, traceback });
    } else if (type === "clear_output") this.list.length = 0;
  }

  #stream({ name, text }: Content): void {
    const last = this.list.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.list.push({ output_type: "stream", name, text });
  }

  #shown(type: string, content: Content): void {
    const output: Output = {
      output_type: type,
      data: content.data,
      metadata: content.metadata ?? {},
      ...(type === "execute_result" ? { execution_count: content.execution_count } : {}),
    };
    this.list.push(output);
    const place = content.transient?.display_id;
    if (place !== undefined) this.#places.set(place, output);
  }
}
