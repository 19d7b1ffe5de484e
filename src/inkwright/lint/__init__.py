"""Rules, phrases, suppression, checklist and reports."""
