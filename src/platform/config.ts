import { type Environment, type LogLevel, type Variable, variables } from "./config-variables.js";

/** How the tokens of an identity provider are checked. */
export interface OidcConfig {
  /** The `iss` that tokens carry, and where the provider's own configuration is found. */
  issuer: string;
  /** The `aud` that tokens carry. */
  audience: string;
  /** Where the keys are; absent: what <issuer>/.well-known/openid-configuration names. */
  jwksUrl: string | undefined;
  /** The claim that makes its bearer a platform operator. */
  operatorClaim: string;
  clockSkewSeconds: number;
}

/** An S3-compatible store of files. */
export interface S3Config {
  /** Before the bucket's name, which stands in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Everything that an operator can set; `configReference` tells what each setting means. */
export interface Config {
  environment: Environment;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Absent: the hub runs its own Postgres. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataFolder: string;
  sample: boolean;
  logLevel: LogLevel;
  databasePoolSize: number;
  statementTimeoutMs: number;
  /** Absent: the development issuer, which production refuses. */
  oidc: OidcConfig | undefined;
  /** Absent: files lie in the data folder. */
  s3: S3Config | undefined;
  /** Whether the planned path answers what it can. */
  plannedReads: boolean;
  /** 0: no answer is kept. */
  responseCacheBytes: number;
  introspection: boolean;
  graphiql: boolean;
  limits: {
    depth: number;
    cost: number;
    tokens: number;
    aliases: number;
    bodyBytes: number;
    frameBytes: number;
    fileBytes: number;
    tableBytes: number;
    uploads: number;
    exports: number;
    subscriptionsPerSocket: number;
  };
  live: { pingSeconds: number; idleSeconds: number; initSeconds: number; stallSeconds: number };
  trustedOrigins: string[];
}

/** Thrown when the environment cannot be used, before anything starts: one fault a line. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

type Group = Record<string, Variable<unknown>>;
type Values<G extends Group> = { [K in keyof G]: ReturnType<G[K]["fallback"]> };

const all: Variable<unknown>[] = Object.values<Group>(variables).flatMap((g) => Object.values(g));

/** Reads variables from one environment and gathers every fault on the way. */
class Reader {
  readonly faults: string[] = [];
  private readonly environment: Environment;

  constructor(private readonly env: Record<string, string | undefined>) {
    const { environment } = variables.general;
    this.environment = environment.read(this.given(environment)) ?? "development";
  }

  /** What is given for `variable`; empty when it is absent. */
  given({ name }: Variable<unknown>): string {
    return this.env[name]?.trim() ?? "";
  }

  values<G extends Group>(group: G): Values<G> {
    const entries = Object.entries(group).map(([key, variable]) => [key, this.value(variable)]);
    return Object.fromEntries(entries) as Values<G>;
  }

  private value<T>(variable: Variable<T>): T {
    const given = this.given(variable);
    const value = given === "" ? undefined : variable.read(given);
    if (given !== "" && value === undefined) {
      const shown = variable.secret ? "a value that is not shown" : JSON.stringify(given);
      this.faults.push(`${variable.name}: given ${shown}; allowed: ${variable.allowed}`);
    }
    return value ?? variable.fallback(this.environment);
  }
}

/** What is wrong among variables of which `first` makes the `needed` ones needed, and the rest sensible. */
const faultsAmong = (
  reader: Reader,
  first: Variable<unknown>,
  needed: readonly Variable<unknown>[],
  rest: readonly Variable<unknown>[] = [],
): string[] => {
  const given = (variable: Variable<unknown>) => reader.given(variable) !== "";
  if (!given(first)) {
    return [...needed, ...rest]
      .filter(given)
      .map(({ name }) => `${name}: given without ${first.name}`);
  }
  return needed
    .filter((variable) => !given(variable))
    .map(({ name }) => `${name}: absent; ${first.name} needs it`);
};

/** What is wrong between variables, each of which may be right alone. */
const faultsBetween = (reader: Reader, environment: Environment): string[] => {
  const { issuer, audience, jwksUrl } = variables.oidc;
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = variables.s3;
  const faults = [
    ...faultsAmong(reader, issuer, [audience], [jwksUrl]),
    ...faultsAmong(reader, endpoint, [bucket, accessKeyId, secretAccessKey], [region]),
  ];
  if (environment === "production" && reader.given(issuer) === "") {
    faults.unshift(`${issuer.name}: absent; the development issuer is refused in production`);
  }
  return faults;
};

const unknownNames = (env: Record<string, string | undefined>): string[] => {
  const known = all.map(({ name }) => name).filter((name) => name.startsWith("REMBUK_"));
  return Object.keys(env)
    .filter((name) => name.startsWith("REMBUK_") && env[name]?.trim() && !known.includes(name))
    .map((name) => `${name}: the hub does not know it; it knows ${known.join(", ")}`);
};

/**
 * The configuration that `env` asks for; an empty text counts as absent.
 * @throws ConfigError naming every fault at once.
 */
export const parseConfig = (env: Record<string, string | undefined>): Config => {
  const reader = new Reader(env);
  const general = reader.values(variables.general);
  const { issuer, audience, ...check } = reader.values(variables.oidc);
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = reader.values(variables.s3);
  const limits = reader.values(variables.limits);
  const live = reader.values(variables.live);
  const between = faultsBetween(reader, general.environment);
  const faults = [...reader.faults, ...between, ...unknownNames(env)];
  if (faults.length > 0) throw new ConfigError(faults);
  const oidc = issuer && audience ? { issuer, audience, ...check } : undefined;
  const s3 =
    endpoint && bucket && accessKeyId && secretAccessKey
      ? { endpoint, bucket, region, accessKeyId, secretAccessKey }
      : undefined;
  return { ...general, oidc, s3, limits, live };
};

/** The configuration of this process. */
export const loadConfig = (): Config => parseConfig(process.env);

/** Every variable as a Markdown table, so that what is written for operators can be compared. */
export const configReference = (): string => {
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    row("Variable", "Meaning", "Allowed", "Default"),
    row("---", "---", "---", "---"),
    ...all.map((v) => row(`\`${v.name}\``, v.meaning, v.allowed, v.unset)),
  ];
  return table.join("\n");
};
