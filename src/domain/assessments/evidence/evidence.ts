import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Derived, Reference, sql } from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWork, followsAssessment } from "../assessment-visibility.js";

/** An uploaded file. */
@ObjectType({ description: "An uploaded file. Berkas." })
export class EvidenceFile {
  @Field(() => String, { description: "Its name, with an extension of its media type." })
  name!: string;
  @Field(() => Int, { description: "Its size in bytes." })
  size!: number;
  @Field(() => String, { description: "Its media type; its bytes are of it." })
  mediaType!: string;
  @Field(() => String, { description: "The SHA-256 of its bytes, in hexadecimal." })
  sha256!: string;
  @Field(() => String, {
    description:
      "Its address for downloads, relative to the hub: `/files/…`. For every viewer who may see the evidence.",
  })
  address!: string;
}

/** A link or a file that supports an assessment. */
@Versioned({
  within: ["assessment"],
  description: "A link or a file that supports an assessment, or its answer to a question. Bukti.",
  queries: { one: "evidence" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsAssessment,
  changesVisible: seenOnceDeleted(() => Evidence, changedAtWork),
})
export class Evidence extends VersionedNoun {
  @Reference(() => Assessment, { description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("text", {
    nullable: true,
    description: "The key of the question whose answer it supports; null for the whole assessment.",
  })
  question?: string | null;

  @Column("text", { description: "Its title." })
  title!: string;

  @Column("text", { nullable: true, description: "Its address (http or https URL), for a link." })
  address?: string | null;

  @Property({ type: "string", columnType: "text", fieldName: "file_name", nullable: true })
  fileName?: string | null;

  @Property({ type: "integer", columnType: "int", fieldName: "file_size", nullable: true })
  fileSize?: number | null;

  @Property({ type: "string", columnType: "text", fieldName: "file_type", nullable: true })
  fileType?: string | null;

  @Property({ type: "string", columnType: "text", fieldName: "file_hash", nullable: true })
  fileHash?: string | null;

  @Derived(
    "json",
    { type: () => EvidenceFile, nullable: true, description: "The file; null for a link." },
    (row) => {
      const at = (name: string) => row.column(name);
      return sql`case when ${at("file_hash")} is not null then jsonb_build_object(
        'name', ${at("file_name")}, 'size', ${at("file_size")}, 'mediaType', ${at("file_type")},
        'sha256', ${at("file_hash")}, 'address', '/files/' || ${at("id")}) end`;
    },
  )
  file!: EvidenceFile | null;

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
