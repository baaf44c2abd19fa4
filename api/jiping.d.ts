/**
 * 绩评 as a library: from a target table to an explained grade.
 *
 * Described in docs/API.md. Every decimal is a string ("96.84"), never a JavaScript number; counts are numbers;
 * what is not known is null.
 */

/** Loads the program; the same promise every time. */
export function load(): Promise<Jiping>;

/** The program, loaded. */
export interface Jiping {
  /** Reads the text of one target cell (指标值). */
  readValue(text: string, context?: Context | null): ReadValue;
  /** Works out a document, or the text of a saved file. */
  evaluate(document: Document | string, options?: Options | null): Evaluation;
  /** The built-in scoring policies, whole, the default one first. */
  policies(): Policy[];
  /** The link of a document: its code, to stand behind `#`. */
  encodeLink(document: Document | string, options?: EncodeOptions | null): string;
  /** Opens the link in a text: a whole address, a fragment or the bare code. */
  decodeLink(text: string, options?: DecodeOptions | null): Decoded;
  /** What differs between two documents, the earlier one first. */
  compare(before: Document | string, after: Document | string, options?: Options | null): Comparison;
  /** Many documents, files and links in one table, at most 10,000. */
  rollUp(documents: (Document | string)[], options?: Options | null): RollUp;
}

/** What is thrown where an argument cannot be read. */
export interface JipingError extends Error {
  name: "JipingError";
  code: ErrorCode;
  /** Where: `$.indicators[3].weight` in a document, `options.language`, `context.year`, `text`, `documents`, `link`. */
  path: string;
  /** Only of a cut link: how many characters of it arrived, and how many it had, if that arrived. */
  arrived?: number;
  declared?: number | null;
}

export type ErrorCode =
  | LinkErrorCode
  | "too-large" | "syntax" | "too-deep" | "too-many-values" | "too-long" | "duplicate-field"
  | "unsafe-number" | "unsupported" | "wrong-type" | "missing" | "unknown-word" | "not-decimal" | "not-whole"
  | "out-of-range" | "wrong-length" | "not-ours" | "newer-version" | "too-many-rows" | "bad-id"
  | "duplicate-id" | "unknown-policy" | "not-hundred" | "bad-edges";

export type LinkErrorCode =
  | "not-a-link" | "link-too-long" | "link-cut" | "link-altered" | "newer-link" | "link-too-large"
  | "link-malformed" | "needs-table" | "other-table" | "needs-password" | "wrong-password" | "not-shareable";

/** A decimal as text: at most 15 digits before and 6 after the point. */
export type Decimal = string;
/** A decimal as text, or a whole number: a safe integer, or a BigInt of 64 bits. */
export type DecimalInput = string | number | bigint;
/** A day: `2022-12-31`. */
export type Day = string;
export type Language = "zh-CN" | "en";
export type Comparator = "=" | ">=" | "<=" | ">" | "<";
export type Grade = "excellent" | "good" | "fair" | "poor";
export type Band = "achieved" | "partly" | "missed";
export type Level1 = "cost" | "output" | "benefit" | "satisfaction" | "other";
export type Severity = "note" | "ask" | "error";

export interface Options {
  /** Of the words in the result; `zh-CN` without it. */
  language?: Language;
}

export interface EncodeOptions extends Options {
  /** The whole evaluation, or only what was filled in, for a receiver who holds the table. */
  form?: "whole" | "answers";
  /** Locks the link. */
  password?: string;
}

export interface DecodeOptions extends Options {
  /** For a locked link. */
  password?: string;
  /** The table at hand, for a link that holds only what was filled in. */
  table?: Document | string;
}

/** What stands around a cell. */
export interface Context extends Options {
  /** 三级指标: fills what the cell lacks, never overrides it. */
  name?: string;
  /** 指标性质: the direction column. */
  direction?: string;
  /** 计量单位: the unit column. */
  unit?: string;
  /** 年度: the year of dates without one, 1900–2199. */
  year?: number | string;
}

/* What goes in. */

/** A document in the form of docs/FORMAT.md. Fields that nobody knows are allowed and reported. */
export interface Document {
  format: "jiping";
  version: 1;
  header?: Header;
  /** A built-in policy by its id, one of your own, whole, or what differs from the one that it extends. */
  policy?: PolicyReference | Policy | PolicyExtension;
  tasks?: Task[];
  goals?: Goal[];
  indicators?: Indicator[];
  [unknown: string]: unknown;
}

export interface PolicyReference {
  id: string;
  version?: number;
}

export type PolicyExtension = { extends: string } & Pick<Policy, "id" | "version" | "source"> & Partial<Policy>;

export interface Header {
  unit?: string;
  year?: DecimalInput;
  project?: string;
  supervisor?: string;
  implementer?: string;
  filledBy?: string;
  phone?: DecimalInput;
  date?: string;
  executionReason?: string;
  reviewedRate?: DecimalInput;
  reviewScore?: DecimalInput;
  executionOpinion?: string;
  opinion?: string;
  [unknown: string]: unknown;
}

/** Amounts in 万元. */
export interface Funds {
  total?: DecimalInput;
  fiscal?: DecimalInput;
  other?: DecimalInput;
  [unknown: string]: unknown;
}

export interface Task {
  id?: string;
  name?: string;
  content?: string;
  initial?: Funds;
  fullYear?: Funds;
  executed?: Funds;
  [unknown: string]: unknown;
}

export interface Goal {
  id?: string;
  text?: string;
  achieved?: string;
  [unknown: string]: unknown;
}

export interface Indicator {
  id?: string;
  level1?: string;
  level2?: string;
  name?: string;
  /** 指标值, as published. */
  target?: DecimalInput;
  direction?: string;
  unit?: string;
  /** 分值; without it, it is allocated. */
  weight?: DecimalInput;
  locked?: boolean;
  actual?: Actual;
  [unknown: string]: unknown;
}

export interface Actual {
  /** 实际完成值. Empty is not reported. */
  text?: DecimalInput;
  reason?: string;
  evidence?: string;
  band?: Band;
  share?: DecimalInput;
  comparator?: Comparator;
  confirmed?: DecimalInput;
  tally?: Tally;
  deduction?: DecimalInput;
  /** 评审完成值: the actual that a reviewer finds. */
  reviewed?: DecimalInput;
  /** 评审得分: the score that a reviewer gives. */
  reviewScore?: DecimalInput;
  /** 评审意见. */
  opinion?: string;
  [unknown: string]: unknown;
}

export interface Tally {
  /** 很满意, 满意, 一般, 不太满意, 不满意. */
  counts?: DecimalInput[];
  blank?: DecimalInput;
  method?: TallyMethod;
  [unknown: string]: unknown;
}

export type TallyMethod =
  | { rule: "share"; levels: number }
  | { rule: "points" }
  | { rule: "mean" };

/* What comes out. */

/** A cell as read: nothing where it is refused or must be asked about first. */
export interface Reading<Value> {
  /** The cell, verbatim. */
  text: string;
  value: Value | null;
  issues: Issue[];
}

export interface ReadValue extends Reading<TargetValue> {
  /** Paths of options that nobody knows. */
  unknownOptions: string[];
}

export type TargetValue =
  | {
      kind: "quantity";
      comparator: Comparator;
      comparatorSource: "written" | "name" | "assumed" | "answered";
      number: Decimal;
      unit: string | null;
      /** In words, e.g. `≥95%`. */
      readAs: string;
    }
  | { kind: "range"; low: Edge; high: Edge; unit: string | null; readAs: string }
  | {
      kind: "deadline";
      from: Day | null;
      until: Day;
      /** Whether "on or before" is our assumption. */
      assumed: boolean;
      readAs: string;
    }
  | WordsValue;

export type ActualValue =
  | { kind: "quantity"; number: Decimal; unit: string | null; readAs: string }
  | {
      kind: "date";
      precision: "day" | "month" | "year";
      /** `2022-11-30`, `2022-11` or `2022`. */
      date: string;
      readAs: string;
    }
  | WordsValue;

export interface WordsValue {
  kind: "words";
  meaning: "yes" | "no" | "band" | "other";
  /** Only where `meaning` is `band`. */
  band?: Band | null;
  readAs: string;
}

export interface Edge {
  number: Decimal;
  included: boolean;
}

export interface Issue {
  code: IssueCode;
  severity: Severity;
  message: string;
  /** Where in the cell's text, in UTF-16 units as `slice` counts. */
  start: number;
  end: number;
  /** What could stand there instead: a day, a comparator, a text. */
  suggested?: string | null;
  /** The number that was asked about: this many %, or a hundred times as many? In 元 or in 万元? */
  number?: Decimal;
  /** The deadline that was missed. */
  until?: Day;
  /** The band's edges in %. */
  low?: Decimal;
  high?: Decimal;
}

export type IssueCode =
  | "blank" | "placeholder" | "unreadable" | "template-gap" | "conflicting-comparators"
  | "too-many-digits" | "empty-range" | "no-such-day" | "no-year" | "which-day" | "spreadsheet-date"
  | "comparator-assumed" | "deadline-assumed" | "misread" | "share-or-percent" | "from-name"
  | "name-conflict" | "offered-from-name" | "approximate" | "words-left-out"
  | "multiplier-from-target" | "without-multiplier" | "which-unit" | "above-hundred" | "before-start"
  | "unknown-unit" | "per-year"
  | "unit-from-actual" | "other-dimension" | "other-count-word" | "sign-in-actual" | "other-direction" | "other-kind"
  | "band-needed" | "day-needed" | "late" | "tally-unfit" | "share-outside-band" | "deduction-needed" | "percentage-point";

export interface Evaluation {
  totals: Totals;
  execution: Execution;
  /** The level-1 parts, in order of first appearance. */
  parts: Part[];
  /** One an indicator, in the document's order. */
  rows: Row[];
  /** What is still to do. */
  missing: Missing[];
  /** Everything else to tell, unknown fields of the document first. */
  findings: Finding[];
  /** Paths of options that nobody knows. */
  unknownOptions: string[];
}

export interface Totals {
  /** Points earned, as rounded. */
  soFar: Decimal;
  /** Points of all items that apply, filled in or not. */
  attainable: Decimal;
  /** Points of items that have no score yet. */
  open: Decimal;
  /** Points earned and open. */
  reachable: Decimal;
  /** While this is true there is no grade. */
  provisional: boolean;
  /** total × 100 ÷ attainable. */
  gradedOn: Decimal | null;
  grade: Grade | null;
  gradeText: string | null;
  /** A cap on the total by the execution rate, where it applies. */
  cap: { below: Decimal; most: Decimal; before: Decimal; message: string } | null;
  /** Where the unrounded scores would lie in another grade. */
  unrounded: { sum: Decimal; grade: Grade; message: string } | null;
  message: string;
}

/** Of several rows: points that can be earned, are earned, are open. */
export interface Sum {
  weight: Decimal;
  earned: Decimal;
  open: Decimal;
}

export interface Part extends Sum {
  label: string;
  level1: Level1;
  groups: (Sum & { label: string })[];
}

export interface Row {
  id: string;
  name: string;
  /** What its 一级指标 stands for, also where the cell is empty and goes on from above. */
  level1: Level1;
  target: Reading<TargetValue>;
  actual: Reading<ActualValue>;
  weight: Decimal;
  weightSource: "printed" | "locked" | "allocated" | "sub-row" | "placeholder" | "unknown";
  status:
    | "met" | "over" | "at-limit" | "not-met" | "not-reported" | "asks" | "unreadable" | "not-scored";
  statusText: string;
  /** Nothing while the row is open. */
  score: Decimal | null;
  /** 完成率 in %. */
  completion: Decimal | null;
  /** Met where there is no rate to show. */
  metWithoutRate: boolean;
  /** 偏差率 in %, + is better. */
  deviation: Decimal | null;
  /** Over-fulfilment in %, from the policy's threshold on. */
  overFulfilled: Decimal | null;
  /** Why a deviation reason is mandatory. */
  reason: Reason | null;
  /** What holding the actual against the target had to say. */
  issues: Issue[];
  tally: TallyResult | null;
  /** How the score came about; there exactly where a score is. */
  derivation: Derivation | null;
}

export interface Reason {
  code: "points-lost" | "over" | "low-execution";
  given: boolean;
  message: string;
}

export interface TallyResult {
  method: "share" | "points" | "mean";
  methodText: string;
  counts: number[];
  /** n */
  answered: number;
  blank: number;
  /** The rate in %; nothing where there is a problem. */
  percent: Decimal | null;
  problem: { code: "tally-empty" | "tally-bad-count"; message: string } | null;
}

/** Budget execution; amounts in 万元. */
export interface Execution {
  /** `not-applicable`: no budget and nothing executed; `unusable`: money executed without a budget, or a figure that cannot be used. */
  state: "known" | "not-reported" | "not-applicable" | "unusable";
  stateText: string;
  initial: Decimal | null;
  fullYear: Decimal | null;
  executed: Decimal | null;
  /** 预算执行率 in %. */
  rate: Decimal | null;
  /** What execution can earn. */
  points: Decimal;
  score: Decimal | null;
  reason: Reason | null;
  tasks: {
    id: string;
    initial: Decimal | null;
    fullYear: Decimal | null;
    executed: Decimal | null;
    rate: Decimal | null;
  }[];
  derivation: Derivation | null;
}

/** 得分依据: the rule with its own figures, the numbers, the result, and the sentence. */
export type Derivation = Rule & {
  weight: Decimal;
  target: Decimal | null;
  /** As typed. */
  actual: Decimal | null;
  /** In the target's unit, where it had to be converted; rounded half up to 6 places. */
  converted: Decimal | null;
  /** Before rounding; shown rounded half up to 6 places. */
  exact: Decimal | null;
  overFulfilment: { rule: "minus"; points: Decimal } | { rule: "proportional" } | null;
  score: Decimal;
  message: string;
};

export type Rule =
  | { rule: "met"; comparator: Comparator }
  | { rule: "at-limit"; comparator: Comparator; gives: "ratio" | "met" | "nothing" }
  | { rule: "ratio" | "inverse" | "mirror" | "all-or-nothing" | "negative-actual" | "inside" | "in-time" }
  | { rule: "per-point"; points: Decimal; deviation: Decimal; started: boolean }
  | { rule: "below-threshold"; pass: Decimal }
  | { rule: "no-ratio"; met: boolean }
  | { rule: "late"; days: number; points: Decimal }
  | { rule: "band"; band: Band; share: Decimal; chosenBy: "person" | "phrase" | "same-text" | "yes-no" }
  | { rule: "satisfaction-step" | "execution-step"; share: Decimal }
  | { rule: "execution-floor"; below: Decimal }
  | { rule: "execution" | "execution-capped" };

export interface Place {
  in: "header" | "tasks" | "goals" | "indicators" | "execution" | "document";
  id: string | null;
  /** The field's path inside the row, as in docs/FORMAT.md: `target`, `actual.text`, `initial.fiscal`. */
  field: string | null;
}

export interface Missing {
  code: "not-reported" | "asks" | "unreadable" | "reason";
  place: Place;
  message: string;
}

export interface Finding {
  code:
    | IssueCode
    | "weights-total-differs" | "weights-part-differs" | "share-moved" | "cost-under-output"
    | "execution-in-list" | "unknown-part" | "weight-unreadable" | "locks-above-share" | "amount-unreadable"
    | "amount-negative" | "sources-differ" | "without-budget" | "above-budget" | "tally-empty"
    | "tally-bad-count" | "full-score-not-hundred" | "score-above-execution" | "unspent"
    | "part-outside" | "too-heavy" | "year-unreadable" | "unknown-field" | "policy-version";
  severity: Severity;
  place: Place;
  /**
   * The finding's own figures by name: points, e.g. `found` and `expected`, rates in %, amounts in 万元. Of
   * `share-moved`, `from` and `to` are parts (`Level1`); of `unknown-field`, `path` is where it stands.
   */
  figures: Record<string, Decimal | number | null>;
  message: string;
}

/** A scoring policy, whole, in the form of docs/FORMAT.md. */
export interface Policy {
  id: string;
  version: number;
  title?: string;
  titleEn?: string;
  source: {
    /** The document it comes from; left out where none is known. */
    document?: string;
    parts: { part: string; basis: "document" | "practice" | "ours" }[];
  };
  /** Digits after the point of a score. */
  places: number;
  rounding: "half-up" | "truncate";
  execution: {
    points: Decimal;
    curve: { rule: "linear" } | { rule: "floor"; below: Decimal } | { rule: "steps"; steps: Step[] };
    caps: { below: Decimal; most: Decimal }[];
    reasonBelow: Decimal;
  };
  shares: { standard: ShareSet; withCost?: ShareSet };
  forward:
    | { rule: "ratio" | "all-or-nothing" }
    | { rule: "threshold"; pass: Decimal }
    | PerPoint;
  above: "ratio" | "met" | "nothing";
  reverse:
    | { rule: "inverse" | "mirror" | "all-or-nothing" }
    | { rule: "threshold"; pass: Decimal }
    | PerPoint;
  below: "ratio" | "met" | "nothing";
  equal: "reached" | "symmetric" | "exact";
  deadline: { rule: "choose" } | { rule: "per-day"; points: Decimal };
  /** Of words, best first; in %. */
  bands: { low: Decimal; high: Decimal; default: Decimal }[];
  over: {
    threshold: Decimal;
    action:
      | { rule: "nothing" | "flag" | "reason" | "proportional" | "typed" }
      | { rule: "minus"; points: Decimal };
    reverse?: true;
  };
  satisfaction: {
    method: TallyMethod;
    points: Decimal[];
    steps: Step[];
  };
  /** By lower edge, best first. */
  grades: { grade: Grade; from: Decimal }[];
  checks: (
    | { rule: "part-between"; part: Level1; least: Decimal; most: Decimal }
    | { rule: "each-at-most"; part: Level1; most: Decimal }
  )[];
}

/** From this edge on (%), this share (%). */
export interface Step {
  from: Decimal;
  share: Decimal;
}

/** Points of the level-1 parts. */
export interface ShareSet {
  cost: Decimal;
  output: Decimal;
  benefit: Decimal;
  satisfaction: Decimal;
}

/** Points off for each percentage point. */
export interface PerPoint {
  rule: "per-point";
  points: Decimal;
  started?: true;
}

/** What came in a link. */
export interface Decoded {
  /** In the form of docs/FORMAT.md. */
  document: Document;
  /** The policy it was made under. */
  policy: {
    /** A built-in one as we have it; one of another version, the document has ours; one of the sender's own. */
    madeUnder: "ours" | "other-version" | "own";
    id: string;
    version: number;
    ourVersion: number | null;
  };
  /** What there is to tell about the link. */
  findings: Finding[];
  unknownOptions: string[];
}

export interface Comparison {
  /** Whether there is nothing to tell. */
  same: boolean;
  /** Whether rows that are in both stand in another order. */
  moved: boolean;
  otherPolicy: boolean;
  before: ComparedSide;
  after: ComparedSide;
  /** The rules that differ; `field` is their place in the policy, as in docs/FORMAT.md. */
  policyChanges: PolicyChange[];
  header: Change[];
  tasks: ComparedRow[];
  goals: ComparedRow[];
  indicators: ComparedRow[];
  message: string;
  unknownOptions: string[];
}

export interface ComparedSide {
  soFar: Decimal;
  attainable: Decimal;
  provisional: boolean;
  gradedOn: Decimal | null;
  grade: Grade | null;
  gradeText: string | null;
  executionRate: Decimal | null;
  executionScore: Decimal | null;
  /** As reviewed, where a reviewer says anything. */
  reviewedSoFar: Decimal | null;
  reviewedGrade: Grade | null;
  policy: string;
  policyVersion: number;
}

/** A row that is in one of the two only, or differs. */
export interface ComparedRow {
  /** In the later document; in the earlier one where it was removed. */
  id: string;
  name: string;
  standing: "added" | "removed" | "changed";
  standingText: string;
  /** Its position in the earlier document. */
  before: number | null;
  /** Its position in the later document. */
  after: number | null;
  changes: Change[];
}

export interface Change {
  /** As in docs/FORMAT.md; `points`, `score` and `reviewedScore` are worked out, `unknown` stands for fields that nobody knows. */
  field: string;
  before: string | boolean | Tally | null;
  after: string | boolean | Tally | null;
  message: string;
}

/** A rule of the policy that differs; `null` where it has none. */
export interface PolicyChange {
  field: string;
  before: unknown;
  after: unknown;
  message: string;
}

export interface RollUp {
  /** In the order of the documents. */
  entries: RollUpEntry[];
  distribution: {
    grades: Record<Grade, number>;
    /** By what the grade is taken on, in tens: 0–, 10–, … 90–100. */
    bins: number[];
    /** Without a final grade. */
    provisional: number;
    /** That did not open. */
    failed: number;
    mean: Decimal | null;
  };
  /** The table for a spreadsheet. */
  csv: string;
  message: string;
  unknownOptions: string[];
}

export interface RollUpEntry {
  /** Its number, from 1. */
  source: string;
  /** Nothing where it does not open. */
  outcome: {
    unit: string;
    year: string;
    project: string;
    total: Decimal;
    attainable: Decimal;
    provisional: boolean;
    gradedOn: Decimal | null;
    grade: Grade | null;
    gradeText: string | null;
    executionRate: Decimal | null;
    indicators: number;
    /** The names of indicators that are not met. */
    unmet: string[];
    /** Items that hold up the grade. */
    open: number;
    missingReasons: number;
    findings: number;
    /** What reading the file or link had to tell (another policy version, fields that nobody knows); empty for nothing. */
    about: string;
  } | null;
  error: { code: ErrorCode; path: string; message: string } | null;
}
