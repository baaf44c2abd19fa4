/* Calls that the declarations must refuse: each line marked below is an error, or the check itself fails. */
import { load, type Evaluation, type Row } from "jiping";

const api = await load();

// @ts-expect-error: a number is no text
api.readValue(95);
// @ts-expect-error: no such language
api.readValue("≥95%", { language: "fr" });
// @ts-expect-error: no such option
api.readValue("≥95%", { colour: "blue" });
// @ts-expect-error: the format must be named
api.evaluate({ version: 1 });
// @ts-expect-error: an amount is no list
api.evaluate({ format: "jiping", version: 1, tasks: [{ initial: { total: [1] } }] });
// @ts-expect-error: a band is one of three words
api.evaluate({ format: "jiping", version: 1, indicators: [{ actual: { band: "excellent" } }] });

// @ts-expect-error: no such form
api.encodeLink("", { form: "half" });
// @ts-expect-error: a link is text
api.decodeLink(1);
// @ts-expect-error: documents come in a list
api.rollUp("");

declare const evaluation: Evaluation;
declare const row: Row;
// @ts-expect-error: a decimal is text
export const sum: number = evaluation.totals.soFar;
// @ts-expect-error: a score may be open
export const score: string = row.score;
// @ts-expect-error: no such status
export const failed = row.status === "failed";
// @ts-expect-error: a value may be missing
export const kind = row.target.value.kind;
// @ts-expect-error: only a range has edges
export const low = row.target.value?.low;
