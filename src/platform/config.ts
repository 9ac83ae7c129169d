import {
  configSchema,
  dependentVariables,
  type Environment,
  environmentSetting,
  type Settings,
} from "./config-schema.js";
import { readSecretFiles } from "./secret-files.js";
import { inputOf, type Variable, variablesOf } from "./variables.js";

/** An S3-compatible store of files. */
export type S3Config = Required<{ [K in keyof Settings["s3"]]: NonNullable<Settings["s3"][K]> }>;

/** The rules for the tokens of an identity provider. */
export type OidcConfig = Settings["oidc"] & { issuer: string; audience: string };

/** The backups that a hub makes by itself, and the store of those in S3. */
export interface BackupConfig {
  /** Absent: only commands make backups. */
  schedule: { everyMs: number; to: string; keep: number } | undefined;
  /** Absent: backups are files. */
  s3: Omit<S3Config, "bucket"> | undefined;
}

/** Everything that an operator can set. The schema describes each setting. */
export interface Config
  extends Omit<Settings, "oidc" | "s3" | "backup" | "trustedOrigins" | "trustedProxies"> {
  /** Absent: the development issuer, which production refuses. */
  oidc: OidcConfig | undefined;
  /** Absent: files lie in the data folder. */
  s3: S3Config | undefined;
  backup: BackupConfig;
  trustedOrigins: string[];
  trustedProxies: string[];
  /** The files that hold secrets in place of their variables (`DATABASE_URL_FILE` and so on). */
  secretFiles: readonly string[];
}

/** The error of a configuration that cannot be used, thrown before anything starts. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** Environment variables, without those that are empty, and what the files of secrets say. */
class Variables {
  /** The files that were read, and what is wrong with the others. */
  readonly files: readonly string[];
  readonly fileFaults: readonly string[];
  private readonly fileTexts: Record<string, string>;
  private readonly unusable: readonly string[];

  constructor(
    private readonly env: Record<string, string | undefined>,
    secrets: readonly string[],
  ) {
    const { texts, paths, unusable, faults } = readSecretFiles(
      (name) => this.ownText(name),
      secrets,
    );
    this.fileTexts = texts;
    this.files = paths;
    this.unusable = unusable;
    this.fileFaults = faults;
  }

  readonly textOf = (name: string): string | undefined =>
    this.ownText(name) ?? this.fileTexts[name]?.trim();

  /** True where a value was meant to be given, also by a file that cannot be used. */
  readonly has = (name: string): boolean =>
    this.textOf(name) !== undefined || this.unusable.includes(name);

  /** The names of the variables that are the hub's by their prefix. */
  own(): string[] {
    return Object.keys(this.env).filter((name) => name.startsWith("REMBUK_") && this.has(name));
  }

  private ownText(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }
}

const valueFault = ({ name, allowed, isSecret }: Variable, given: Variables): string => {
  const shown = isSecret ? "a value that is not shown" : JSON.stringify(given.textOf(name));
  return `${name}: given ${shown}; allowed: ${allowed}`;
};

/** The faults of variables that depend on each other; each may be correct by itself. */
function dependencyFaults(given: Variables, environment: Environment): string[] {
  const faults = dependentVariables.flatMap(({ first, required, further }) =>
    given.has(first)
      ? required
          .filter((name) => !given.has(name))
          .map((name) => `${name}: absent; ${first} needs it`)
      : [...required, ...further]
          .filter(given.has)
          .map((name) => `${name}: given without ${first}`),
  );
  if (environment === "production" && !given.has("OIDC_ISSUER")) {
    faults.unshift("OIDC_ISSUER: absent; the development issuer is refused in production");
  }
  return faults;
}

function unknownNames(given: Variables, known: readonly Variable[]): string[] {
  const names = known.map(({ name }) => name).filter((name) => name.startsWith("REMBUK_"));
  return given
    .own()
    .filter((name) => !names.includes(name))
    .map((name) => `${name}: the hub does not know it; it knows ${names.join(", ")}`);
}

const oidcOf = ({ issuer, audience, ...rules }: Settings["oidc"]): OidcConfig | undefined =>
  issuer && audience ? { issuer, audience, ...rules } : undefined;

const s3Of = ({ region, ...store }: Settings["s3"]): S3Config | undefined => {
  const { endpoint, bucket, accessKeyId, secretAccessKey } = store;
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? { endpoint, bucket, region, accessKeyId, secretAccessKey }
    : undefined;
};

function backupOf(settings: Settings["backup"], s3: S3Config | undefined): BackupConfig {
  const { every, to, keep, s3Endpoint, s3Region, s3AccessKeyId, s3SecretAccessKey } = settings;
  const own =
    s3Endpoint && s3AccessKeyId && s3SecretAccessKey
      ? {
          endpoint: s3Endpoint,
          region: s3Region,
          accessKeyId: s3AccessKeyId,
          secretAccessKey: s3SecretAccessKey,
        }
      : undefined;
  return {
    schedule: every && to ? { everyMs: every, to, keep } : undefined,
    s3: own ?? s3,
  };
}

const secretNames = (variables: Iterable<Variable>): string[] =>
  [...variables].filter(({ isSecret }) => isSecret).map(({ name }) => name);

/**
 * The configuration in these environment variables; an empty text counts as absent. A secret may be in a file
 * that a variable of its name and `_FILE` names.
 * @throws ConfigError naming every fault at once.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const { data: environment = "development" } = environmentSetting.safeParse(
    env.NODE_ENV?.trim() || undefined,
  );
  const schema = configSchema(environment);
  const variables = variablesOf(schema);
  const given = new Variables(env, secretNames(variables.values()));
  const { data, error } = schema.safeParse(inputOf(schema, given.textOf));
  // A setting may have several issues, also with parts of its value; it is one fault.
  const issues = error?.issues.map(({ path }) => `${path.join(".")}.`) ?? [];
  const isWrong = (path: string) => issues.some((issue) => issue.startsWith(`${path}.`));
  const faults = [
    ...given.fileFaults,
    ...[...variables].filter(([path]) => isWrong(path)).map(([, v]) => valueFault(v, given)),
    ...dependencyFaults(given, environment),
    ...unknownNames(given, [...variables.values()]),
  ];
  if (!data || faults.length > 0) throw new ConfigError(faults);
  const { oidc, s3, backup, trustedOrigins = [], trustedProxies = [], ...rest } = data;
  const store = s3Of(s3);
  const parts = { oidc: oidcOf(oidc), s3: store, backup: backupOf(backup, store) };
  return { ...rest, ...parts, trustedOrigins, trustedProxies, secretFiles: given.files };
}

/** True where this process was started with a value for an environment variable. */
export const isSet = (name: string): boolean => Boolean(process.env[name]?.trim());

/** The configuration of this process. */
export const loadConfig = (): Config => parseConfig(process.env);
