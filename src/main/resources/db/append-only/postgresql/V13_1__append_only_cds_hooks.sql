-- Cards that were shown, and what was said of them, stay as they were recorded.
create trigger cds_card_stays before update or delete on cds_card for each row execute function refuse_change();
create trigger cds_card_stays_whole before truncate on cds_card for each statement execute function refuse_change();
create trigger cds_feedback_stays before update or delete on cds_feedback for each row execute function refuse_change();
create trigger cds_feedback_stays_whole before truncate on cds_feedback for each statement execute function refuse_change();
