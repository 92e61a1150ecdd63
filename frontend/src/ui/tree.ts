// What a large tree is made of, for those who search or browse it.

/** One entry of a tree. */
export interface TreeEntry {
  value: string;
  label: string;
  /** A second, quieter text. */
  hint: string;
  /** What is above it, from the top. */
  path: readonly { value: string; label: string }[];
  hasChildren: boolean;
  /** It only holds others and cannot be chosen. */
  isGroup?: boolean;
}
/** Where the entries of a tree come from. */
export interface TreeSource {
  search: (keyword: string) => Promise<{ entries: readonly TreeEntry[]; total: number }>;
  /** The entries directly below another; at the top without one. */
  below: (parent: string | undefined) => Promise<readonly TreeEntry[]>;
  /** The entry of a value. */
  find: (value: string) => Promise<TreeEntry | undefined>;
}
