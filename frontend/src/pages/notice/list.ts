import { inbox } from './inbox';

export default inbox();
