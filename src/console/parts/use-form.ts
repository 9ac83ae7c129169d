import { type FormEvent, useState } from "react";
import type { Fault } from "../graph/faults.js";
import { faultAt } from "./fields.js";

/** The texts of a form by the paths of its input, the fault of the last try, and what a field needs. */
export function useForm<Values extends Record<string, string>>(
  first: Values,
  labels: Readonly<Record<keyof Values, string>>,
) {
  const [values, setValues] = useState(first);
  const [fault, setFault] = useState<Fault>();
  const field = (path: keyof Values & string) => ({
    label: labels[path],
    value: values[path],
    change: (value: string) => setValues((before) => ({ ...before, [path]: value })),
    fault: faultAt(fault, path),
  });
  /** Runs `send` when the form is submitted; what it gives is the form's fault. */
  const onSubmit =
    (send: () => Promise<Fault | undefined>) =>
    (event: FormEvent): void => {
      event.preventDefault();
      void send().then(setFault);
    };
  return { values, setValues, fault, setFault, field, onSubmit };
}
