import { describePages, withPages } from './pages.ts';

withPages();
describePages(1);
