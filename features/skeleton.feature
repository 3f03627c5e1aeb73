Feature: Skeleton

  Scenario: a placeholder
    Given a driver named "pl061"
    Then its name is "pl061"
