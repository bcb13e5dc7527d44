-- Cards that were shown, and what was said of them, stay as they were recorded.
create trigger cds_card_stays before update, delete on cds_card for each row call 'org.protocolgate.audit.RefuseChange';
create trigger cds_feedback_stays before update, delete on cds_feedback for each row call 'org.protocolgate.audit.RefuseChange';
