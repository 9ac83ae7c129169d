import type { TypedDocumentString } from "../../../schema/typed/graphql.js";

/** An error as clients see it. */
export interface ShownError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    fields?: { path: string; message: string }[];
    [name: string]: unknown;
  };
}

/** An answer as clients see it. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  data?: T | null;
  errors?: ShownError[];
  extensions?: { position?: number; cost?: number };
}

/** A GraphQL client over HTTP. */
export class GraphqlClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** The same client with further headers. */
  with(headers: Record<string, string>): GraphqlClient {
    return new GraphqlClient(this.url, { ...this.headers, ...headers });
  }

  /** The whole answer, errors too. */
  async ask<R = Record<string, never>, V = Record<string, unknown>>(
    document: TypedDocumentString<R, V> | string,
    variables?: V,
    operationName?: string,
  ): Promise<Answer<R>> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.headers },
      body: JSON.stringify({ query: String(document), variables, operationName }),
    });
    const body = (await response.json()) as Omit<Answer<R>, "status" | "headers">;
    return { status: response.status, headers: response.headers, ...body };
  }

  /** The data; an error in the answer is thrown with all that it says. */
  async data<R = Record<string, never>, V = Record<string, unknown>>(
    document: TypedDocumentString<R, V> | string,
    variables?: V,
    operationName?: string,
  ): Promise<R> {
    const { data, errors } = await this.ask(document, variables, operationName);
    if (errors || !data) throw new Error(JSON.stringify(errors ?? "no data"));
    return data;
  }

  /** The first error; throws when there is none. */
  async error(document: string, variables?: Record<string, unknown>): Promise<ShownError> {
    const { data, errors } = await this.ask(document, variables);
    const [first] = errors ?? [];
    if (!first) throw new Error(`No error, but ${JSON.stringify(data)}`);
    return first;
  }
}
