/** Server-sent events of one response. */

export interface ServerEvent {
  event: string;
  data: unknown;
}

/** Yield the events of `body` as they come. `next` waits for each piece, and gives up as it sees fit. */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  next: <T>(work: () => Promise<T>) => Promise<T>,
): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await next(() => reader.read());
    if (done) return;
    const blocks = (text + value).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) yield parsed(block);
  }
}

function parsed(block: string): ServerEvent {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const [name = "", value = ""] = line.split(/: (.*)/s, 2);
    fields.set(name, value);
  }
  return { event: fields.get("event") ?? "message", data: JSON.parse(fields.get("data") ?? "null") };
}
