-- The notes on what was taken over from other systems stay as they were written, too.
create trigger import_source_stays before update or delete on import_source for each row execute function refuse_change();
create trigger import_source_stays_whole before truncate on import_source for each statement execute function refuse_change();
create trigger import_correction_stays before update or delete on import_correction for each row execute function refuse_change();
create trigger import_correction_stays_whole before truncate on import_correction for each statement execute function refuse_change();
