import fc from "fast-check";
import { print } from "graphql";
import type { Input } from "../testkit/mutations/documents.js";
import { documentOf } from "../testkit/mutations/documents.js";
import { oddTexts } from "../testkit/random/seeded-random.js";
import { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";
import type { Pools } from "../testkit/random-documents/pools.js";
import { Questions } from "../testkit/random-documents/questions.js";
import { bomb, type HostileDocument } from "./bombs.js";
import { HeavyDocuments } from "./heavy-documents.js";
import { hostileJson, hostileText } from "./hostile-values.js";
import { jumble, twisted } from "./token-twists.js";
import { Unshrunk } from "./unshrunk.js";

/** One request over HTTP, as it goes onto the wire. */
export interface HostileRequest {
  /** The production of the grammar, for the report. */
  sort: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** A mutation that the hub would take, with the credential of a client who may send it. */
export interface GoodRequest {
  mutation: string;
  input: Input;
  headers: Record<string, string>;
}

/** The material of the grammar: real values, and what the hub would take. */
export interface Material {
  pools: Pools;
  good: readonly GoodRequest[];
  /** `authorization` headers of people of different roles. */
  credentials: readonly string[];
}

const pathParts = [
  ...["graphql", "minutes", "imports", "tables", "evidence", "files", "health", "live", "ready"],
  ...[
    "schema.graphql",
    "metrics",
    "workbooks",
    "actionPlans.csv",
    "%00",
    "%",
    "..",
    "%2e%2e",
    "%2F",
  ],
  ...[
    "%ff",
    "a".repeat(9000),
    "",
    "%E2%80%AE",
    "?",
    "#",
    ";",
    "__proto__",
    "00000000-0000-4000-8000-000000000000",
  ],
];

const headerSets: readonly Record<string, string>[] = [
  { accept: "text/html;q=0.1, */*;q=NaN" },
  { accept: `${"application/json;q=0.1,".repeat(600)}*/*` },
  { "accept-language": `${"x-,".repeat(2000)}id` },
  { "accept-encoding": "br;q=1.0, gzip;q=zero, *;q=0" },
  { "content-type": "application/json; charset=utf-7" },
  { "content-type": "text/plain" },
  { "content-type": "application/graphql" },
  { "content-type": "multipart/form-data; boundary=" },
  { "content-encoding": "gzip" },
  { authorization: "Bearer" },
  { authorization: "Bearer ".concat("a.".repeat(4000)) },
  { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." },
  { authorization: "Basic Zm9vOmJhcg==" },
  { "x-api-key": "" },
  { "x-api-key": "rembuk_".concat("0".repeat(64)) },
  { "rembuk-position": "-1" },
  { "rembuk-position": "9".repeat(30) },
  { "x-request-id": "%0d%0a".repeat(50) },
  { "x-forwarded-for": "::1, 10.0.0.1, <script>" },
  { origin: "null" },
  { "if-none-match": `"${"a".repeat(5000)}"` },
  { range: "bytes=0-0,-1,5-" },
  { expect: "200-maybe" },
];

/** Requests that try to stop the hub, drawn from one seed. */
export class HostileRequests extends Unshrunk<HostileRequest> {
  private readonly questions: Questions;

  constructor(private readonly material: Material) {
    super();
    this.questions = new Questions(material.pools, ["visitor"]);
  }

  override generate(random: fc.Random): fc.Value<HostileRequest> {
    const chance = new FastCheckRandom(random);
    const sort = chance.weighted(
      [20, "twisted document"],
      [20, "heavy document"],
      [12, "bomb"],
      [6, "jumble"],
      [18, "mutation"],
      [10, "body"],
      [8, "headers"],
      [6, "path"],
    );
    return new fc.Value({ sort, ...this.drawn(sort, chance, random) }, undefined);
  }

  private drawn(sort: string, chance: FastCheckRandom, random: fc.Random): Sent {
    if (sort === "twisted document") return this.twistedDocument(chance, random);
    if (sort === "heavy document") return this.posted(chance, new HeavyDocuments(chance).write());
    if (sort === "bomb") return this.posted(chance, bomb(chance));
    if (sort === "jumble") return this.posted(chance, { query: jumble(chance) });
    if (sort === "mutation") return this.mutation(chance);
    if (sort === "body") return this.body(chance);
    if (sort === "headers") {
      const sent = this.posted(chance, { query: "{ viewer { kind } }" });
      const headers = Object.assign({}, sent.headers, ...chance.some(headerSets, 1, 3));
      return { ...sent, headers };
    }
    return this.path(chance);
  }

  private twistedDocument(chance: FastCheckRandom, random: fc.Random): Sent {
    const { document, turns, operationName } = this.questions.generate(random).value;
    const plain = print(document);
    const query = chance.of(0.85) ? twisted(chance, plain) : plain;
    const variables = { ...turns[0] };
    for (const name of Object.keys(variables)) {
      if (chance.of(0.3)) variables[name] = hostileJson(chance);
    }
    return this.posted(chance, { query, variables, ...(operationName ? { operationName } : {}) });
  }

  /** A mutation with some fields of its good input replaced. */
  private mutation(chance: FastCheckRandom): Sent {
    const { mutation, input, headers } = chance.pick(this.material.good);
    const spoilt = chance.some(Object.keys(input), 1, 2);
    const replaced = spoilt.map((name) => [name, this.spoilt(chance, input[name])]);
    const more = chance.of(0.1) ? { [hostileText(chance).slice(0, 50)]: 1 } : {};
    const variables = { input: { ...input, ...Object.fromEntries(replaced), ...more } };
    const sent = this.posted(chance, { query: documentOf(mutation), variables });
    return { ...sent, headers: { ...sent.headers, ...(chance.of(0.9) ? headers : {}) } };
  }

  /** The value with something in it replaced, or another. */
  private spoilt(chance: FastCheckRandom, value: unknown): unknown {
    if (Array.isArray(value) && chance.of(0.7)) {
      const times = chance.weighted([10, 1], [3, 20], [1, 3000]);
      return Array.from({ length: times }, () => this.spoilt(chance, value[0]));
    }
    if (value !== null && typeof value === "object" && chance.of(0.7)) {
      const [name = "x"] = chance.some(Object.keys(value), 1, 1);
      return { ...value, [name]: this.spoilt(chance, (value as Input)[name]) };
    }
    if (typeof value === "string" && chance.of(0.8)) {
      return chance.of(0.5) ? chance.pick(oddTexts) : hostileText(chance);
    }
    return hostileJson(chance);
  }

  private body(chance: FastCheckRandom): Sent {
    const text = JSON.stringify(hostileJson(chance));
    const body = chance.weighted<() => string>(
      [5, () => text],
      [3, () => text.slice(0, chance.from(0, text.length))],
      [3, () => JSON.stringify({ query: hostileJson(chance), variables: hostileJson(chance) })],
      [2, () => `[${JSON.stringify({ query: "{__typename}" })},${text}]`],
      [2, () => `{"query":"{__typename}","query":${text}}`],
      [2, () => `{"query":"{__typename}","extensions":${text}}`],
      [1, () => `{"query":"{__typename}","variables":${"[".repeat(chance.from(1, 60_000))}`],
      [1, () => "\u0000\ufeff".repeat(chance.from(1, 1000))],
    )();
    return { method: "POST", path: "/graphql", headers: { ...json, ...this.who(chance) }, body };
  }

  private path(chance: FastCheckRandom): Sent {
    const parts = Array.from({ length: chance.from(1, 5) }, () => chance.pick(pathParts));
    const method = chance.pick([
      "GET",
      "GET",
      "GET",
      "HEAD",
      "PUT",
      "POST",
      "DELETE",
      "OPTIONS",
      "PATCH",
    ]);
    const query = chance.of(0.3) ? `?${encodeURIComponent("query")}=%7B__typename%7D&x=%00` : "";
    const headers = { ...this.who(chance), ...(chance.of(0.3) ? chance.pick(headerSets) : {}) };
    const path = `/${parts.join("/")}${query}`.replaceAll(" ", "%20");
    if (method !== "PUT" && method !== "POST") return { method, path, headers };
    const type = chance.pick(["text/csv", "application/pdf", "application/json", "image/png"]);
    const body = hostileText(chance);
    return { method, path, headers: { ...headers, "content-type": type }, body };
  }

  private posted(chance: FastCheckRandom, document: HostileDocument): Sent {
    const headers = { ...json, ...this.who(chance) };
    if (chance.of(0.05) && document.query.length < 4000) {
      const path = `/graphql?query=${encodeURIComponent(document.query.toWellFormed())}`;
      const { "content-type": _, ...rest } = headers;
      return {
        method: "GET",
        path,
        headers: { ...rest, accept: "application/graphql-response+json" },
      };
    }
    return { method: "POST", path: "/graphql", headers, body: JSON.stringify(document) };
  }

  private who(chance: FastCheckRandom): Record<string, string> {
    return chance.of(0.4) ? {} : { authorization: chance.pick(this.material.credentials) };
  }
}

type Sent = Omit<HostileRequest, "sort">;

const json: Record<string, string> = { "content-type": "application/json" };
