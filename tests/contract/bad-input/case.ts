/** An input that is good but for one thing: what it is, the mutation, what is changed, where it is told. */
export type Case = [
  fault: string,
  mutation: string,
  changes: Record<string, unknown>,
  path: string,
  code?: string,
];

/** Cases that differ in the value alone. */
export const each = (mutation: string, field: string, path: string, values: unknown[]): Case[] =>
  values.map((value) => {
    const fault = JSON.stringify(value).slice(0, 40);
    return [`${field} ${fault}`, mutation, { [field]: value }, path];
  });
