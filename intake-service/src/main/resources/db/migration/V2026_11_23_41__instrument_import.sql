-- Instruments are imported by a request of a system-admin; what was used stays by the trigger of V2026_11_23_40.
grant insert, delete on instrument to ${app};
