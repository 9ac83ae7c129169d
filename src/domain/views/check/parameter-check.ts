import type { GraphQLSchema } from "graphql";
import type { Fault } from "../../../platform/errors.js";
import { fault } from "../../common/index.js";
import type { Parameter, ViewDefinition } from "../document/definition.js";
import { parametersIn } from "../document/markers.js";
import { membersOf, readParameter } from "../document/parameters.js";
import { ViewParameterType } from "../enums.js";

/** The faults of one parameter by itself. */
function ownFaults(schema: GraphQLSchema, parameter: Parameter, path: string): Fault[] {
  const { type, enumeration } = parameter;
  if (type === ViewParameterType.ENUM && membersOf(schema, parameter).length === 0) {
    return [
      fault(
        `${path}.enumeration`,
        "must name an enumeration of the schema, as ActionStatus",
        "harus menyebut enumerasi skema, seperti ActionStatus",
      ),
    ];
  }
  if (type !== ViewParameterType.ENUM && enumeration !== null) {
    return [fault(`${path}.enumeration`, "is of ENUM only", "hanya untuk ENUM")];
  }
  if (parameter.default === null || parameter.default === undefined) return [];
  const read = readParameter(schema, parameter, parameter.default, `${path}.default`);
  return "value" in read ? [] : [read];
}

/** What the address of a view's file has beside the view's parameters. */
const localeName = "locale";

const reserved = (path: string): Fault =>
  fault(
    path,
    "is the name of the language in addresses of files; choose another",
    "adalah nama untuk bahasa pada alamat berkas; pilih yang lain",
  );

/** The faults of a view's parameters, at `parameters.…`: their values, their names, and that they are used. */
export function parameterFaults(
  schema: GraphQLSchema,
  { parameters, where }: Pick<ViewDefinition, "parameters" | "where">,
): Fault[] {
  const used = parametersIn(where);
  const seen = new Set<string>();
  return parameters.flatMap((parameter, at) => {
    const path = `parameters.${at}`;
    const { name } = parameter;
    const faults = ownFaults(schema, parameter, path);
    if (name === localeName) faults.push(reserved(`${path}.name`));
    else if (seen.has(name))
      faults.push(fault(`${path}.name`, "is given twice", "disebut dua kali"));
    else if (!used.has(name)) {
      faults.push(
        fault(
          `${path}.name`,
          `is not used: place {"$parameter": "${name}"} in where, or remove it`,
          `tidak dipakai: tempatkan {"$parameter": "${name}"} di where, atau hapus`,
        ),
      );
    }
    seen.add(name);
    return faults;
  });
}
