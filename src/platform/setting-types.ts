import { isIP } from "node:net";
import { resolve } from "node:path";
import proxyAddr from "@fastify/proxy-addr";
import { z } from "zod";
import { keyBytes } from "./sealing.js";

// The types of settings: each reads the text of an environment variable, and says in words what it takes.

/** The allowed values of each type of setting, in words. */
const allowedValues = z.registry<{ allowed: string }>();

function typed<T extends z.ZodType>(allowed: string, type: T): T {
  allowedValues.add(type, { allowed });
  return type;
}

export const oneOf = <const T extends readonly string[]>(values: T) =>
  typed(values.join(", "), z.enum(values));

export const onOff = typed(
  "on, off",
  z.stringbool({ truthy: ["on"], falsy: ["off"], case: "sensitive" }),
);

const numberFrom = (kind: string, pattern: RegExp) => (from: number, to: number) =>
  typed(
    `${kind} from ${from} to ${to}`,
    z.string().regex(pattern).transform(Number).pipe(z.number().min(from).max(to)),
  );

export const whole = numberFrom("a whole number", /^\d+$/);
export const seconds = numberFrom("a number of seconds", /^\d+(\.\d+)?$/);

/** The milliseconds of each unit of a duration. */
const unitMs: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A time as 30m, in milliseconds. */
export const duration = typed(
  "a whole number with a unit, as 30m, 6h or 1d (s, m, h, d)",
  z
    .string()
    .regex(/^[1-9]\d{0,5}[smhd]$/)
    .transform((text) => Number(text.slice(0, -1)) * (unitMs[text.slice(-1)] ?? 0)),
);

export const share = numberFrom("a number", /^\d*\.?\d+$/)(0, 1);

/** Names with values, as OpenTelemetry has them: a value may have percent-encoded characters. */
export const namedValues = typed(
  "names with values as team=data,zone=a, whose values may be percent-encoded",
  z
    .string()
    .refine((text) => text.split(",").every((pair) => /^\s*[^\s=]+\s*=/.test(pair)))
    .refine((text) => isDecodable(text))
    .transform((text) =>
      Object.fromEntries(
        text.split(",").map((pair) => {
          const at = pair.indexOf("=");
          return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
        }),
      ),
    ),
);

export const words = typed("words, separated by spaces", z.string().regex(/^\S+( \S+)*$/));
export const word = typed("a text without spaces", z.string().regex(/^\S+$/));

export const hostName = typed(
  "an IP address or a host name",
  z.string().refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)),
);

export const hostNames = typed(
  "IP addresses and host names, separated by commas",
  z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim().toLowerCase())
        .filter((part) => part !== ""),
    )
    .refine((names) => names.every((name) => hostName.safeParse(name).success)),
);

// Not z.url: it takes tabs and line ends out of the text.
const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  const isPlain = url && !(url.username || url.password || url.hash);
  return Boolean(isPlain && ["http:", "https:"].includes(url.protocol));
};

export const webAddress = typed(
  "an http or https address without user and fragment",
  z.string().refine(isWebAddress),
);

/** An issuer's address, which has no query (OpenID Connect Discovery); that of its keys may have one. */
export const issuerAddress = typed(
  "an http or https address without user, query and fragment",
  webAddress.refine((text) => !text.includes("?")),
);

const postgresForm = "postgres://user:password@host:port/database";

export const postgresAddress = typed(
  postgresForm,
  z
    .string()
    .refine((text) => ["postgres:", "postgresql:"].includes(URL.parse(text)?.protocol ?? "")),
);

/** The servers of NATS, and the name under which the hub goes there. */
export interface NatsPlace {
  /** As `nats.example:4222`, with `[…]` around an IPv6 address. */
  servers: string[];
  /** True where the connection must be encrypted. */
  tls: boolean;
  user?: string;
  password?: string;
  token?: string;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text).length >= 0;
  } catch {
    return false;
  }
}

/** A server's address; undefined where it is none. A user without a password is a token, as NATS has it. */
function natsServer(text: string): { place: NatsPlace; login: boolean } | undefined {
  const url = URL.parse(text);
  if (!url?.hostname || !["nats:", "tls:"].includes(url.protocol)) return undefined;
  if (!["", "/"].includes(url.pathname) || url.search || url.hash) return undefined;
  if (!isDecodable(url.username) || !isDecodable(url.password)) return undefined;
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  const login = password ? { user, password } : { token: user };
  const place = { servers: [`${url.hostname}:${url.port || 4222}`], tls: url.protocol === "tls:" };
  return { place: { ...place, ...(user ? login : {}) }, login: Boolean(user) };
}

export const natsPlace = typed(
  "nats://user:password@host:port, or tls://… for an encrypted connection; several, separated by commas, are one cluster",
  z.string().transform((text, context): NatsPlace => {
    const servers = text.split(",").map((part) => natsServer(part.trim()));
    if (servers.includes(undefined)) {
      context.addIssue({ code: "custom", message: "not an address of NATS" });
      return z.NEVER;
    }
    const known = servers.filter((server) => server !== undefined);
    const { place } = known.find(({ login }) => login) ?? (known[0] as (typeof known)[number]);
    return {
      ...place,
      servers: known.flatMap((each) => each.place.servers),
      tls: known.some((each) => each.place.tls),
    };
  }),
);

export const path = typed(
  "a path, absolute or from where the hub is started",
  z.string().transform((text) => resolve(text)),
);

export const paths = typed(
  "paths, separated by commas",
  z.string().transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => resolve(part)),
  ),
);

/** A user by numbers, as names need not exist in a container; `root` is the user 0. */
export const account = typed(
  "a user's number, as 1000, with or without its group's, as 1000:1000; or root",
  z
    .string()
    .regex(/^(root|\d{1,9}(:\d{1,9})?)$/)
    .transform((text) => {
      const [uid = 0, gid = uid] = text === "root" ? [0] : text.split(":").map(Number);
      return { uid, gid };
    }),
);

const origin = webAddress.refine((text) => URL.parse(text)?.origin === text);

const listOf = <T extends z.ZodType<string, string>>(allowed: string, member: T) =>
  typed(
    `${allowed}, separated by commas`,
    z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(member))
      .transform((list) => [...new Set(list)]),
  );

export const postgresAddresses = listOf(`addresses as ${postgresForm}`, postgresAddress);

const isSealingKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, "base64").length === keyBytes;

/** Keys that encrypt secrets; the first does, and all of them decrypt. */
export const sealingKeys = listOf("keys of 32 bytes in Base64", z.string().refine(isSealingKey));

export const origins = listOf("origins as https://portal.example", origin);

const isNetwork = (text: string): boolean => {
  try {
    proxyAddr.compile(text);
    return true;
  } catch {
    return false;
  }
};

export const networks = listOf(
  "IP addresses, networks as 10.0.0.0/8, or the words loopback, linklocal, uniquelocal",
  z.string().refine(isNetwork),
);

/** A bucket's name, without the dots that S3 allows and its certificates do not cover. */
export const bucketName = typed(
  "3 to 63 lower-case letters, digits and hyphens",
  z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
);

/** A place of files beside the hub's own: a folder, or a bucket with a prefix. */
export const placeOfFiles = typed(
  "a folder, or s3://bucket/prefix",
  z
    .string()
    .refine((text) => !text.startsWith("s3:") || /^s3:\/\/[a-z0-9-]{3,63}(\/.*)?$/.test(text)),
);

export const GiB = 2 ** 30;

/** The allowed values of a type of setting, in words. */
export const allowedBy = (type: z.core.$ZodType): string => allowedValues.get(type)?.allowed ?? "";
