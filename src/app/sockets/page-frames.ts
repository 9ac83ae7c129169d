import { MessageType } from "graphql-ws";

/** Bytes of frames that are copied for each socket in one piece; larger payloads are shared as they are. */
const mostCopied = 16_384;
/** The lengths of ids for which the frames of a page are held: a client's library makes ids of one length. */
const mostForms = 2;

/** Whole frames in one piece, into which each socket's id is written. */
interface CopiedFrames {
  bytes: Buffer;
  /** Where the ids stand. */
  ids: readonly number[];
}

/** One large frame: its beginning, into which the id is written, and bytes that all sockets share. */
interface SharedFrame extends CopiedFrames {
  payload: Buffer;
}

type Piece = CopiedFrames | SharedFrame;

const end = Buffer.from("}");
const prefix = Buffer.from('{"id":');
/** What stands between the id and the payload, byte for byte as graphql-ws writes it. */
const infix = Buffer.from(`,"type":"${MessageType.Next}","payload":`);

/** The header of a whole text frame as a server sends it, unmasked (RFC 6455, section 5.2). */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = 0x81;
  if (length < 65_536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return header;
}

/** A message as a whole frame, in pieces. */
export function frameOf(message: string): readonly Buffer[] {
  const payload = Buffer.from(message);
  return [headerOf(payload.length), payload];
}

/** Lays payloads out as frames for ids of one length, in bytes of their JSON. */
class Layout {
  private readonly pieces: Piece[] = [];
  private parts: Buffer[] = [];
  private ids: number[] = [];
  private length = 0;
  private readonly blank: Buffer;

  constructor(idLength: number) {
    this.blank = Buffer.alloc(idLength);
  }

  of(payloads: readonly Buffer[]): readonly Piece[] {
    for (const payload of payloads) {
      if (payload.length > mostCopied) this.share(payload);
      else this.copy(payload);
    }
    this.finish();
    return this.pieces;
  }

  private copy(payload: Buffer): void {
    this.open(payload.length);
    this.add(payload);
    this.add(end);
    if (this.length > mostCopied) this.finish();
  }

  private share(payload: Buffer): void {
    this.finish();
    this.open(payload.length);
    this.pieces.push({ bytes: Buffer.concat(this.parts), ids: this.ids, payload });
    this.clear();
  }

  private open(payloadLength: number): void {
    const fixed = prefix.length + this.blank.length + infix.length + end.length;
    this.add(headerOf(fixed + payloadLength));
    this.add(prefix);
    this.ids.push(this.length);
    this.add(this.blank);
    this.add(infix);
  }

  private add(part: Buffer): void {
    this.parts.push(part);
    this.length += part.length;
  }

  private finish(): void {
    if (this.length > 0) this.pieces.push({ bytes: Buffer.concat(this.parts), ids: this.ids });
    this.clear();
  }

  private clear(): void {
    this.parts = [];
    this.ids = [];
    this.length = 0;
  }
}

const laidOut = new WeakMap<readonly Buffer[], Map<number, readonly Piece[]>>();

/** The frames of payloads, held for the other sockets that get the same array. */
function piecesOf(payloads: readonly Buffer[], idLength: number): readonly Piece[] {
  const forms = laidOut.get(payloads) ?? new Map<number, readonly Piece[]>();
  const known = forms.get(idLength);
  if (known) return known;
  const made = new Layout(idLength).of(payloads);
  if (forms.size < mostForms) laidOut.set(payloads, forms.set(idLength, made));
  return made;
}

/**
 * The `next` messages of an operation as bytes for one socket, in steps that may be written apart: each
 * holds whole frames, some 16 kB of copies or one large frame. `id` is the JSON of the operation's id.
 */
export function* framesOf(payloads: readonly Buffer[], id: Buffer): Generator<readonly Buffer[]> {
  for (const piece of piecesOf(payloads, id.length)) {
    const copy = Buffer.allocUnsafe(piece.bytes.length);
    piece.bytes.copy(copy);
    for (const at of piece.ids) id.copy(copy, at);
    yield "payload" in piece ? [copy, piece.payload, end] : [copy];
  }
}
