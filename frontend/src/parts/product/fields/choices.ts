import type { S } from '../../../api/client';
import type { Option } from '../../../ui/option';

/** What the fields of a product can be chosen from. */
export interface Choices {
  prefixes: Option[];
  levels: S<'CodingLevelOption'>[];
  apps: S<'PageAppOption'>[];
  platforms: readonly S<'TracePlatform'>[];
}
