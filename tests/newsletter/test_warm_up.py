from inkwright.newsletter.warm_up import left_today

CURVE = (200, 400, 800)


def test_each_day_of_sending_has_its_number_and_then_there_is_no_limit() -> None:
    assert left_today(CURVE, {}, "2026-11-21") == 200
    assert left_today(CURVE, {"2026-11-21": 150}, "2026-11-21") == 50
    assert left_today(CURVE, {"2026-11-21": 300}, "2026-11-21") == 0
    assert left_today(CURVE, {"2026-11-14": 200}, "2026-11-21") == 400
    assert left_today(CURVE, {"2026-11-01": 200, "2026-11-08": 400, "2026-11-14": 800}, "2026-11-21") is None


def test_quiet_days_count_for_nothing_and_without_a_curve_there_is_no_limit() -> None:
    assert left_today(CURVE, {"2026-11-14": 0}, "2026-11-21") == 200
    assert left_today((), {}, "2026-11-21") is None
