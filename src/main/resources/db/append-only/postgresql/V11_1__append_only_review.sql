-- What monitors ask and mark stays as it was recorded, too.
create trigger data_query_stays before update or delete on data_query for each row execute function refuse_change();
create trigger data_query_stays_whole before truncate on data_query for each statement execute function refuse_change();
create trigger data_query_message_stays before update or delete on data_query_message for each row execute function refuse_change();
create trigger data_query_message_stays_whole before truncate on data_query_message for each statement execute function refuse_change();
create trigger review_mark_stays before update or delete on review_mark for each row execute function refuse_change();
create trigger review_mark_stays_whole before truncate on review_mark for each statement execute function refuse_change();
create trigger review_mark_end_stays before update or delete on review_mark_end for each row execute function refuse_change();
create trigger review_mark_end_stays_whole before truncate on review_mark_end for each statement execute function refuse_change();
