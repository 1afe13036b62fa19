import { describeBook, describePages, withPages } from './pages.ts';

withPages();
describeBook();
describePages(0);
