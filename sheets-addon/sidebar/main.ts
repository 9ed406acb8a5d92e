import { answerLinksAndForms } from './browse.ts';
import { keepSheetFresh } from './pulling.ts';
import { showSelected, showViews } from './views.ts';

showViews();
answerLinksAndForms();
void showSelected();
keepSheetFresh();
