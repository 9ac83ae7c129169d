import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { type Viewer as Requester, Role } from "../../access/index.js";
import { InstantScalar } from "../../platform/scalars.js";
import {
  defineEnum,
  knownOfViewer,
  Loaded,
  type MemberOf,
  PlannedRoot,
} from "../../reading/index.js";
import { ApiKey } from "./api-key.js";
import { Organisation } from "./organisation.js";
import { User } from "./user.js";

/** The kinds of credentials of a request. */
export const ViewerKind = defineEnum("ViewerKind", "The kind of a request's credential.", {
  VISITOR: "No credential: the viewer sees only public data.",
  USER: "A person's token.",
  KEY: "An organisation's API key.",
});
export type ViewerKind = MemberOf<typeof ViewerKind>;

/** The roles that the viewer holds in one organisation. */
@ObjectType({ description: "The roles that the viewer holds in one organisation." })
export class ViewerMembership {
  @Loaded(() => Organisation, { description: "The organisation." })
  organisation!: string;
  @Field(() => [Role], { description: "The roles." })
  roles!: Role[];
}

/** The requester of an operation. */
@ObjectType({
  description: "The viewer: the requester of this operation, and the hub's knowledge of them.",
})
export class Viewer {
  @Field(() => ViewerKind, { description: "The kind of the request's credential." })
  kind!: ViewerKind;
  @Field(() => String, { nullable: true, description: "The e-mail address of the token." })
  email?: string | null;
  @Loaded(() => User, {
    nullable: true,
    description: "The person's record; null until an organisation adds the person.",
  })
  user?: string | null;
  @Loaded(() => ApiKey, {
    nullable: true,
    description:
      "The key's record; null unless the viewer is an administrator of the key's organisation.",
  })
  apiKey?: string | null;
  @Field(() => Boolean, {
    description: "True for a platform operator, who manages organisations and programmes.",
  })
  operator!: boolean;
  @Field(() => [ViewerMembership], { description: "The organisations that the viewer acts for." })
  memberships!: ViewerMembership[];
  @Field(() => InstantScalar, {
    nullable: true,
    description: "The instant at which the credential expires.",
  })
  expiresAt?: Date | null;
}

/** The viewer's own record as the API shows it; references are ids. */
function shownViewer(viewer: Requester): Viewer {
  const memberships = [...viewer.memberships].map(([organisation, roles]) => ({
    organisation,
    roles: [...roles].sort(),
  }));
  return {
    kind: ViewerKind[viewer.kind.toUpperCase() as keyof typeof ViewerKind],
    email: viewer.email ?? null,
    user: viewer.userId ?? null,
    apiKey: viewer.keyId ?? null,
    operator: viewer.operator,
    memberships,
    expiresAt: viewer.expiresAt ?? null,
  };
}

/** The root field with the requester. */
@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "The requester of this operation." })
  @PlannedRoot(knownOfViewer(shownViewer))
  viewer(@Ctx() { viewer }: { viewer: Requester }): Viewer {
    return shownViewer(viewer);
  }
}
