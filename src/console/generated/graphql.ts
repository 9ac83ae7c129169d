/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a person may do for an organisation. */
export type Role =
  /** Everything that a coordinator may, and its members, keys, webhooks and profile. */
  | 'ADMIN'
  /** Assessments for its university. Asesor. */
  | 'ASSESSOR'
  /** Progress and contributions where the organisation takes part. Kontributor. */
  | 'CONTRIBUTOR'
  /** Plans, actions, deliberations and positions for the organisation. Koordinator. */
  | 'COORDINATOR'
  /** Reads what the organisation may read. */
  | 'VIEWER';

/** The kind of a request's credential. */
export type ViewerKind =
  /** An organisation's API key. */
  | 'KEY'
  /** A person's token. */
  | 'USER'
  /** No credential: the viewer sees only public data. */
  | 'VISITOR';

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: ViewerKind, email: string | null, operator: boolean, user: { __typename: 'User', id: string, name: string | null } | null, memberships: Array<{ __typename: 'ViewerMembership', roles: Array<Role>, organisation: { __typename: 'Organisation', id: string, key: string, name: string } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ConsoleViewerDocument = new TypedDocumentString(`
    query ConsoleViewer {
  __typename
  viewer {
    __typename
    kind
    email
    operator
    user {
      __typename
      id
      name
    }
    memberships {
      __typename
      organisation {
        __typename
        id
        key
        name
      }
      roles
    }
  }
}
    `, {"hash":"sha256:3e722e30e8cdf6d9f9ac129fd68e9ffccae850c72661f7682967c1a450757bea"}) as unknown as TypedDocumentString<ConsoleViewerQuery, ConsoleViewerQueryVariables>;