"""Tests of rules for single sites."""
