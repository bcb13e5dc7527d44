-- The notes on what was taken over from other systems stay as they were written, too.
create trigger import_source_stays before update, delete on import_source for each row call 'org.protocolgate.audit.RefuseChange';
create trigger import_correction_stays before update, delete on import_correction for each row call 'org.protocolgate.audit.RefuseChange';
