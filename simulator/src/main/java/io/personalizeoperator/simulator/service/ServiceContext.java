package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.faults.Omissions;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.WorldClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.time.InstantSource;

/**
 * The parts that all services share.
 *
 * @param clock the simulated clock
 * @param real the real clock
 */
public record ServiceContext(
    Worlds worlds,
    Settings settings,
    AccessKeys accessKeys,
    Faults faults,
    Omissions omissions,
    CallLog calls,
    WorldClock clock,
    InstantSource real) {}
