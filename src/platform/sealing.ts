import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Bytes of a key: AES-256. */
export const keyBytes = 32;

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** A new key, in Base64. */
export const newSealingKey = (): string => randomBytes(keyBytes).toString("base64");

/** The id of a key, which stands before what it has encrypted. It tells nothing of the key. */
const idOf = (key: Buffer): string => createHash("sha256").update(key).digest("hex").slice(0, 12);

/**
 * Encrypts secrets before they are stored (AES-256-GCM). The first key encrypts, and all of them decrypt, so
 * that keys can be replaced. A sealed text is `<id of the key>.<IV, tag and ciphertext in Base64>`; it opens
 * only for the owner for whom it was sealed, so that no row's text can be put into another row.
 */
export class Sealing {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** The id of the key that encrypts. */
  readonly current: string;

  /** Takes keys in Base64, one at least. */
  constructor(keys: readonly string[]) {
    const [first, ...others] = keys.map((key) => Buffer.from(key, "base64"));
    if (!first) throw new Error("Sealing needs a key");
    this.current = idOf(first);
    this.keys = new Map([first, ...others].map((key) => [idOf(key), key]));
  }

  /** The ids of all keys. */
  get ids(): string[] {
    return [...this.keys.keys()];
  }

  seal(text: string, owner: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.keyOf(this.current), iv);
    cipher.setAAD(Buffer.from(owner));
    const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    const packed = Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
    return `${this.current}.${packed.toString("base64")}`;
  }

  /** True where the key that encrypted a text is here. */
  canOpen(sealed: string): boolean {
    return this.keys.has(keyIdOf(sealed));
  }

  /** The text; throws where its key is not here, or where it was altered or sealed for another owner. */
  open(sealed: string, owner: string): string {
    const packed = Buffer.from(sealed.slice(sealed.indexOf(".") + 1), "base64");
    const key = this.keyOf(keyIdOf(sealed));
    const iv = packed.subarray(0, ivBytes);
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(packed.subarray(ivBytes, ivBytes + tagBytes));
    const text = decipher.update(packed.subarray(ivBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`The key ${id} is not here`);
    return key;
  }
}

const keyIdOf = (sealed: string): string => sealed.split(".", 1)[0] ?? "";
