import { answerLinksAndForms } from './browse.ts';
import { showSelected, showViews } from './views.ts';

showViews();
answerLinksAndForms();
void showSelected();
