-- What monitors ask and mark stays as it was recorded, too.
create trigger data_query_stays before update, delete on data_query for each row call 'org.protocolgate.audit.RefuseChange';
create trigger data_query_message_stays before update, delete on data_query_message for each row call 'org.protocolgate.audit.RefuseChange';
create trigger review_mark_stays before update, delete on review_mark for each row call 'org.protocolgate.audit.RefuseChange';
create trigger review_mark_end_stays before update, delete on review_mark_end for each row call 'org.protocolgate.audit.RefuseChange';
