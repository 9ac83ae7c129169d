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

/** What kind of credential came with the request. */
export const ViewerKind = defineEnum(
  "ViewerKind",
  "What kind of credential came with the request.",
  {
    VISITOR: "None: sees what is public.",
    USER: "A person's token.",
    KEY: "An organisation's API key.",
  },
);
export type ViewerKind = MemberOf<typeof ViewerKind>;

/** The roles held in one organisation. */
@ObjectType({ description: "The roles that the viewer holds in one organisation." })
export class ViewerMembership {
  @Loaded(() => Organisation, { description: "The organisation." })
  organisation!: string;
  @Field(() => [Role], { description: "The roles." })
  roles!: Role[];
}

/** Who is asking. */
@ObjectType({ description: "Who is asking, and what the hub knows of them." })
export class Viewer {
  @Field(() => ViewerKind, { description: "What kind of credential came with the request." })
  kind!: ViewerKind;
  @Field(() => String, { nullable: true, description: "The e-mail address of the token." })
  email?: string | null;
  @Loaded(() => User, {
    nullable: true,
    description: "The person's record; none before an organisation has added them.",
  })
  user?: string | null;
  @Loaded(() => ApiKey, {
    nullable: true,
    description: "The key's record, where its organisation's administrators ask.",
  })
  apiKey?: string | null;
  @Field(() => Boolean, {
    description: "Whether they operate the platform: manage organisations and programmes.",
  })
  operator!: boolean;
  @Field(() => [ViewerMembership], { description: "The organisations for which they act." })
  memberships!: ViewerMembership[];
  @Field(() => InstantScalar, {
    nullable: true,
    description: "When the credential stops being valid.",
  })
  expiresAt?: Date | null;
}

/** What a viewer is told of themselves; references are ids. */
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

/** Who is asking, as a root field. */
@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who is asking." })
  @PlannedRoot(knownOfViewer(shownViewer))
  viewer(@Ctx() { viewer }: { viewer: Requester }): Viewer {
    return shownViewer(viewer);
  }
}
